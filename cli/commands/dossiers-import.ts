import { basename } from 'node:path';
import { z } from 'zod';
import { dayOf, formatDay } from '../../data/calendar/day.js';
import { DomainError } from '../../data/domain-error.js';
import { readDossierCode } from '../../data/dossiers/dossier-code.js';
import type { ImportRules } from '../../data/dossiers/import-row.js';
import { createRowReader } from '../../data/dossiers/import-rows.js';
import type { ImportedRow, RowReader } from '../../data/dossiers/import-rows.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { defineCommand, EXIT } from '../command.js';
import type { CommandContext } from '../command.js';
import { ImportOutcome } from '../office/import-dossiers.js';
import type { OfficeAccess } from '../office/office-access.js';
import { createProgress } from '../progress.js';
import { readTable } from './read-table.js';

const BATCH = 200;

/** Lists often carry a title and a date above their header. */
const HEADER_WITHIN = 10;

export const dossiersImport = defineCommand({
  name: 'dossiers import',
  summary: 'Nhập danh sách hồ sơ từ tệp CSV hoặc XLSX; dòng sai được báo lại, dòng đúng vẫn được nhập',
  operands: 'TỆP',
  options: {
    'dry-run': { type: 'boolean', describe: 'chỉ kiểm tra và báo kết quả, không ghi gì' },
  },
  examples: [
    'npm run -s motcua -- dossiers import ho-so.xlsx --dry-run',
    'npm run -s motcua -- dossiers import ho-so.csv',
  ],
  input: z.strictObject({
    operands: z.tuple([z.string()], 'Cần đúng một tệp CSV hoặc XLSX.'),
    'dry-run': z.boolean().default(false),
  }),
  async run({ operands: [file], 'dry-run': dryRun }, context) {
    const { terminal, clock, openOffice } = context;
    const catalogue = loadCatalogue();
    const rules: ImportRules = {
      readCode: readDossierCode,
      procedureName: (code) => catalogue.find(code)?.name ?? null,
      today: dayOf(clock.now()),
    };
    const { rows, ignored } = readRows(await readTable(file), rules);
    if (ignored.length > 0) terminal.err(`Các cột không dùng đến: ${ignored.join(', ')}.\n`);
    const office = await openOffice();
    try {
      const counts = await keepRows(
        office,
        rows,
        `tệp ${basename(file)} ngày ${formatDay(rules.today)}`,
        dryRun,
        context,
      );
      await terminal.out(summary(counts, dryRun));
      return counts.problems === 0 ? EXIT.done : EXIT.failed;
    } finally {
      await office.close();
    }
  },
});

const readRows = (table: unknown[][], rules: ImportRules): { rows: ImportedRow[]; ignored: string[] } => {
  const readers = table.slice(0, HEADER_WITHIN).map((header) => createRowReader(header, rules));
  const at = readers.findIndex(({ ok }) => ok);
  const reader = readers[at];
  if (!reader?.ok) throw new DomainError('import.unreadable', `Không thấy dòng tiêu đề. ${nearest(readers)}`);
  const rows = table.slice(at + 1).map((cells, index) => reader.read(at + index + 2, cells));
  return { rows, ignored: reader.ignored };
};

/** What is missing in the row that comes nearest to a header. */
const nearest = (readers: RowReader[]): string => {
  const problems = readers.flatMap((reader) => (reader.ok ? [] : [reader.problems]));
  const fewest = problems.sort((one, other) => one.length - other.length)[0];
  return fewest?.join(' ') ?? 'Tệp đang trống.';
};

type Counts = Record<ImportOutcome['outcome'] | 'problems', number>;

const keepRows = async (
  office: OfficeAccess,
  rows: ImportedRow[],
  source: string,
  dryRun: boolean,
  { terminal, actor }: CommandContext,
): Promise<Counts> => {
  const counts: Counts = { new: 0, changed: 0, unchanged: 0, erased: 0, problems: 0 };
  const progress = createProgress(terminal, dryRun ? 'Đang kiểm tra' : 'Đang nhập', rows.length);
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const drafts = batch.flatMap((row) => (row.kind === 'dossier' ? [row.draft] : []));
    const outcomes = new Map<string, ImportOutcome['outcome']>();
    for await (const line of office.run('dossiers.import', { drafts, source, dryRun, actor })) {
      const { code, outcome } = ImportOutcome.parse(JSON.parse(line));
      outcomes.set(code, outcome);
    }
    progress.end();
    for (const row of batch) await report(row, outcomes, counts, terminal.out);
    progress.draw(start + batch.length);
  }
  progress.end();
  return counts;
};

const report = async (
  row: ImportedRow,
  outcomes: ReadonlyMap<string, ImportOutcome['outcome']>,
  counts: Counts,
  out: (line: string) => Promise<void>,
): Promise<void> => {
  if (row.kind === 'empty') return;
  if (row.kind === 'problems') {
    counts.problems += 1;
    for (const problem of row.problems) await out(`LỖI ${problem}\n`);
    return;
  }
  const outcome = outcomes.get(row.draft.code) ?? 'unchanged';
  counts[outcome] += 1;
  if (outcome !== 'unchanged')
    await out(`dòng ${String(row.line)}: ${row.draft.code} ${OUTCOMES[outcome]}\n`);
};

const OUTCOMES = {
  new: 'mới',
  changed: 'có thay đổi',
  erased: 'đã xoá theo thời hạn lưu trữ, không ghi lại',
} as const;

const summary = (counts: Counts, dryRun: boolean): string =>
  [
    dryRun ? 'Kiểm tra xong, chưa ghi gì.' : 'Nhập xong.',
    `Mới: ${String(counts.new)} · Thay đổi: ${String(counts.changed)} · Không đổi: ${String(counts.unchanged)} · Dòng lỗi: ${String(counts.problems)}${counts.erased === 0 ? '' : ` · Đã xoá, không ghi lại: ${String(counts.erased)}`}`,
    '',
  ].join('\n');
