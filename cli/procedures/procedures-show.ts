import { z } from 'zod';
import { cardText } from '../../data/answers/card-text.js';
import { procedureCard } from '../../data/answers/procedure-card.js';
import { dayOf, formatDay, momentAt } from '../../data/calendar/day.js';
import type { Day } from '../../data/calendar/day.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import type { Catalogue } from '../../data/procedures/catalogue.js';
import { layEdition } from '../../data/procedures/edition/lay-edition.js';
import { correctionsOf } from '../../data/procedures/edition/office-edition.js';
import type { OfficeEdition } from '../../data/procedures/edition/office-edition.js';
import { recordOn } from '../../data/procedures/edition/record-on.js';
import type { RecordOn } from '../../data/procedures/edition/record-on.js';
import { ProcedureCode } from '../../data/procedures/procedure.js';
import { deskContext } from '../answers/desk-context.js';
import { defineCommand, EXIT } from '../command.js';
import { typedDay } from '../typed/typed-day.js';
import { currentEdition } from './read-edition.js';

const CODE = 'Cần đúng một mã thủ tục, ví dụ 1.014199.';

export const proceduresShow = defineCommand({
  name: 'procedures show',
  summary: 'In một thủ tục như người dân đọc được trong một ngày, và các lần cơ quan đã sửa',
  operands: 'MÃ',
  options: {
    on: { type: 'string', value: 'NGÀY', describe: 'như trong ngày này; không có thì là hôm nay' },
    json: { type: 'boolean', describe: 'in cả hồ sơ dữ liệu dạng JSON' },
  },
  examples: ['npm run -s motcua -- procedures show 1.014199 --on 01/06/2026'],
  input: z.strictObject({
    operands: z.tuple([z.string().refine((code) => ProcedureCode.safeParse(code).success, CODE)], {
      error: CODE,
    }),
    on: typedDay('on').optional(),
    json: z.boolean().default(false),
  }),
  async run({ operands: [code], on, json }, context) {
    const base = loadCatalogue();
    const edition = await currentEdition(context);
    const day = on ?? dayOf(context.clock.now());
    const found = recordOn(base, edition, code, day);
    const history = historyOf(code, base, edition);
    await context.terminal.out(
      json
        ? `${JSON.stringify({ code, on: day, ...found }, null, 2)}\n`
        : `${[found.known ? card(found, base, edition, day) : unknown(found, code, day), ...history].join('\n')}\n`,
    );
    return found.known ? EXIT.done : EXIT.failed;
  },
});

const card = (
  { procedure, correction }: RecordOn & { known: true },
  base: Catalogue,
  edition: OfficeEdition,
  today: Day,
): string => {
  const context = deskContext(momentAt(today, '00:00'), layEdition(base, edition, today).edition);
  const from = correction
    ? `cơ quan sửa lần ${String(correction.edition)}, dùng từ ${formatDay(correction.effectiveFrom)}`
    : `bản gốc ${formatDay(base.edition.base)}, kiểm chứng ngày ${formatDay(procedure.verifiedOn)}`;
  return [
    `Thủ tục ${procedure.code} ngày ${formatDay(today)} (${from}):`,
    '',
    cardText(procedureCard(procedure, {}, context)),
    '',
  ].join('\n');
};

const unknown = (found: RecordOn & { known: false }, code: string, day: Day): string => {
  switch (found.reason) {
    case 'noSuchCode':
      return `Không có thủ tục mã ${code} trong dữ liệu.`;
    case 'notYetAdded':
      return `Ngày ${formatDay(day)} chưa có thủ tục ${code}; cơ quan thêm từ ngày ${formatDay(found.from)}.`;
    case 'beforeVerification':
      return `Không biết ngày ${formatDay(day)} thủ tục ${code} ghi gì: bản gốc được kiểm chứng ngày ${formatDay(found.verifiedOn)}, trước đó không có dữ liệu.`;
  }
};

const historyOf = (code: string, base: Catalogue, edition: OfficeEdition): string[] => {
  const corrections = correctionsOf(code, edition);
  const shipped = base.find(code);
  if (corrections.length === 0) return [];
  return [
    'Các bản đã có:',
    ...(shipped ? [`- từ ${formatDay(shipped.verifiedOn)}: bản gốc ${formatDay(base.edition.base)}`] : []),
    ...corrections.map(
      ({ effectiveFrom, edition: number, by, recordedAt, reason }) =>
        `- từ ${formatDay(effectiveFrom)}: cơ quan sửa lần ${String(number)}, ${by} ghi ngày ${formatDay(dayOf(new Date(recordedAt)))}: ${reason}`,
    ),
  ];
};
