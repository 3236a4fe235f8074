import { relative } from 'node:path';
import { z } from 'zod';
import { dayOf, formatDay } from '../../data/calendar/day.js';
import { loadCatalogue, projectRoot, readRecords } from '../../data/load-dataset.js';
import { loadInstruments } from '../../data/load-instruments.js';
import { checkDataset } from '../../data/procedures/check/check-dataset.js';
import type { Finding, Severity } from '../../data/procedures/check/finding.js';
import { Procedure } from '../../data/procedures/procedure.js';
import { defineCommand, EXIT } from '../command.js';
import { editionRecords } from '../procedures/edition-records.js';
import { currentEdition } from '../procedures/read-edition.js';
import { noOperands } from '../typed/tracking-code-operand.js';
import { typedDay } from '../typed/typed-day.js';

export const check = defineCommand({
  name: 'check',
  summary: 'Kiểm tra dữ liệu thủ tục: lỗi phải sửa, điều cần xem lại, điều nên biết',
  operands: '',
  options: {
    on: { type: 'string', value: 'NGÀY', describe: 'kiểm tra như đang ở ngày này; không có thì là hôm nay' },
    edition: { type: 'boolean', describe: 'kiểm tra dữ liệu cơ quan đang dùng: bản gốc và những gì đã sửa' },
    json: { type: 'boolean', describe: 'in kết quả dạng JSON' },
  },
  examples: ['npm run -s motcua -- check', 'npm run -s motcua -- check --on 2027-01-01'],
  input: z.strictObject({
    operands: noOperands,
    on: typedDay('on').optional(),
    edition: z.boolean().default(false),
    json: z.boolean().default(false),
  }),
  async run({ on: typed, edition, json }, context) {
    const { terminal, clock } = context;
    const on = typed ?? dayOf(clock.now());
    const shipped = readRecords().map(({ file, record }) => ({
      file: relative(projectRoot(), file),
      record,
    }));
    const records = edition ? editionRecords(shipped, await currentEdition(context), on) : shipped;
    const findings = checkDataset({
      records,
      lifeEvents: lifeEventsOf(records),
      instruments: loadInstruments(),
      on,
    });
    const counts = countBySeverity(findings);
    await terminal.out(
      json
        ? `${JSON.stringify({ on, records: records.length, counts, findings }, null, 2)}\n`
        : page(findings, counts, records.length, on),
    );
    return counts.error === 0 ? EXIT.done : EXIT.failed;
  },
});

/** The catalogue is not to be had while a record is broken; the check then speaks of the records alone. */
const lifeEventsOf = (records: { record: unknown }[]) =>
  records.every(({ record }) => Procedure.safeParse(record).success) ? loadCatalogue().lifeEvents : [];

type Counts = Record<Severity, number>;

const countBySeverity = (findings: Finding[]): Counts => {
  const counts: Counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
};

const page = (findings: Finding[], counts: Counts, records: number, on: string): string =>
  [
    ...findings.map(paragraph),
    `Đã kiểm tra ${String(records)} thủ tục, tính theo ngày ${formatDay(on)}.`,
    `Lỗi: ${String(counts.error)} · Cần xem lại: ${String(counts.warning)} · Nên biết: ${String(counts.information)}`,
    '',
  ].join('\n');

/** What is only worth knowing takes one line. */
const paragraph = ({ severity, file, code, field, what, why, fix }: Finding): string => {
  const first = `${WORDS[severity]} ${code ?? file}, ${field}: ${what}`;
  return severity === 'information'
    ? first
    : [first, `    Vì sao: ${why}`, `    Cách sửa: ${fix}`, `    Tệp: ${file}`].join('\n');
};

const WORDS: Readonly<Record<Severity, string>> = {
  error: '[LỖI]',
  warning: '[XEM LẠI]',
  information: '[NÊN BIẾT]',
};
