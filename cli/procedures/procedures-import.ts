import { basename } from 'node:path';
import { z } from 'zod';
import { dayOf, formatDay, instant } from '../../data/calendar/day.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import type { Catalogue } from '../../data/procedures/catalogue.js';
import type { OfficeEdition } from '../../data/procedures/edition/office-edition.js';
import { readDataset } from '../../data/procedures/sheets/reading/read-dataset.js';
import type { ReadRecord } from '../../data/procedures/sheets/reading/read-dataset.js';
import { problemText } from '../../data/procedures/sheets/reading/sheet-problem.js';
import { defineCommand, EXIT, UsageError } from '../command.js';
import type { CommandContext, ExitCode } from '../command.js';
import { CorrectResult } from '../office/edition-desk.js';
import type { CorrectInput } from '../office/edition-desk.js';
import type { OfficeAccess } from '../office/office-access.js';
import { oneLine } from '../office/one-line.js';
import { typedDay } from '../typed/typed-day.js';
import { confirm } from './confirm.js';
import { importReport } from './import-report.js';
import { planImport } from './plan-import.js';
import type { ImportPlan } from './plan-import.js';
import { readEdition } from './read-edition.js';
import { readWorkbook } from './read-workbook.js';

const Input = z.strictObject({
  operands: z.tuple([z.string()], { error: 'Cần đúng một tệp XLSX.' }),
  from: typedDay('from').optional(),
  reason: z.string().trim().min(1, 'Đang có --reason nhưng để trống.').optional(),
  'dry-run': z.boolean().default(false),
  yes: z.boolean().default(false),
});
type Input = z.output<typeof Input>;

export const proceduresImport = defineCommand({
  name: 'procedures import',
  summary: 'Nhập tệp XLSX đã sửa thành bản dữ liệu của cơ quan; báo trước điều gì thay đổi',
  operands: 'TỆP.xlsx',
  options: {
    'dry-run': { type: 'boolean', describe: 'chỉ kiểm tra và báo điều gì thay đổi, không ghi gì' },
    reason: {
      type: 'string',
      value: 'LÝ_DO',
      describe: 'vì sao sửa, ví dụ "theo QĐ 12/QĐ-UBND"; cần khi ghi',
    },
    from: { type: 'string', value: 'NGÀY', describe: 'dùng từ ngày này; không có thì từ hôm nay' },
    yes: { type: 'boolean', describe: 'ghi luôn, không hỏi lại' },
  },
  examples: [
    'npm run -s motcua -- procedures import thu-tuc.xlsx --dry-run',
    'npm run -s motcua -- procedures import thu-tuc.xlsx --reason "theo QĐ 12/QĐ-UBND" --from 01/12/2026',
  ],
  input: Input,
  async run(input, context) {
    const { operands, 'dry-run': dryRun, reason } = input;
    if (!dryRun && reason === undefined)
      throw new UsageError('Ghi rõ vì sao sửa: --reason "…". Chỉ xem thử thì dùng --dry-run.');
    const { records, problems, ignored } = readDataset(await readWorkbook(operands[0]));
    if (ignored.length > 0) context.terminal.err(`Không dùng đến: ${ignored.join(', ')}.\n`);
    if (problems.length > 0) {
      const lines = problems.map((problem) => `LỖI ${problemText(problem)}\n`);
      await context.terminal.out(`${lines.join('')}Có ${String(lines.length)} chỗ phải sửa. Chưa ghi gì.\n`);
      return EXIT.failed;
    }
    const office = await context.openOffice();
    try {
      return await importInto(office, records, input, context);
    } finally {
      await office.close();
    }
  },
});

const importInto = async (
  office: OfficeAccess,
  records: readonly ReadRecord[],
  input: Input,
  context: CommandContext,
): Promise<ExitCode> => {
  const { terminal } = context;
  const base = loadCatalogue();
  const edition = await readEdition(office);
  const terms = termsOf(input, base, context);
  const plan = planImport(base, edition, records, terms);
  await terminal.out(importReport(basename(input.operands[0]), plan));
  if (plan.changed.length === 0) return EXIT.done;
  if (plan.blocking.length > 0) {
    await terminal.out('Có lỗi phải sửa. Chưa ghi gì.\n');
    return EXIT.failed;
  }
  if (input['dry-run']) {
    await terminal.out('Mới xem thử, chưa ghi gì.\n');
    return EXIT.done;
  }
  const question = `Ghi ${String(plan.changed.length)} thủ tục vào bản của cơ quan, dùng từ ngày ${formatDay(terms.effectiveFrom)}?`;
  if (!input.yes && !(await confirm(terminal, question))) {
    await terminal.out('Chưa ghi gì. Muốn ghi thì thêm --yes.\n');
    return EXIT.failed;
  }
  await terminal.out(await keep(office, plan, edition, terms));
  return EXIT.done;
};

const termsOf = ({ from, reason }: Input, base: Catalogue, { clock, actor }: CommandContext) => ({
  effectiveFrom: from ?? dayOf(clock.now()),
  reason: reason ?? 'xem thử',
  base: base.edition.base,
  by: actor,
  recordedAt: instant(clock.now()),
});

const keep = async (
  office: OfficeAccess,
  { changed }: ImportPlan,
  { corrections }: OfficeEdition,
  { effectiveFrom, reason, base, by: actor }: ReturnType<typeof termsOf>,
): Promise<string> => {
  const wanted: CorrectInput = {
    corrections: changed.map(({ record }) => ({
      record,
      follows: corrections.filter(({ code }) => code === record.code).length,
    })),
    effectiveFrom,
    reason,
    base,
    actor,
  };
  const { edition, kept } = CorrectResult.parse(await oneLine(office.run('edition.correct', wanted)));
  return `Đã ghi ${String(kept)} thủ tục: cơ quan sửa lần ${String(edition)}, dùng từ ngày ${formatDay(effectiveFrom)}.\n`;
};
