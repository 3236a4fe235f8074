import { NO_DUE_DATE } from '../../data/answers/due/no-due-date.js';
import { z } from 'zod';
import { dueMomentText } from '../../data/answers/due/due-date-text.js';
import { promisedLines } from '../../data/answers/due/promised-dates-text.js';
import { dayOf } from '../../data/calendar/day.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { loadTexts } from '../../data/load-texts.js';
import { layEdition } from '../../data/procedures/edition/lay-edition.js';
import { ProcedureCode } from '../../data/procedures/procedure.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import { promisedDates } from '../../data/procedures/promised-dates.js';
import type { PromisedDates } from '../../data/procedures/promised-dates.js';
import { defineCommand, EXIT } from '../command.js';
import { officeRules } from '../office/office-rules.js';
import { currentEdition } from '../procedures/read-edition.js';
import { typedDay } from '../typed/typed-day.js';
import { typedMoment } from '../typed/typed-moment.js';
import { dueJson } from './due-json.js';

const CODE = 'Cần đúng một mã thủ tục, ví dụ 1.014199.';

export const due = defineCommand({
  name: 'due',
  summary: 'Tính ngày hẹn trả của một thủ tục theo lịch của cơ quan, in cả phép tính',
  operands: 'MÃ',
  options: {
    filed: {
      type: 'string',
      value: 'NGÀY-GIỜ',
      describe: 'nộp lúc này, ví dụ 2026-11-20T15:40; không có thì là bây giờ',
    },
    'cut-off': {
      type: 'string',
      value: 'KIỂU',
      describe:
        'giờ chốt nhận áp dụng cho thủ tục trong ngày (sameDay) hay mọi thủ tục (all); không có thì theo hồ sơ cơ quan',
    },
    on: {
      type: 'string',
      value: 'NGÀY',
      describe: 'dùng dữ liệu có hiệu lực trong ngày này; không có thì là ngày nộp',
    },
    json: { type: 'boolean', describe: 'in một đối tượng JSON' },
  },
  examples: [
    "npm run -s motcua -- due 1.014199 --filed '2026-11-20T15:40'",
    "npm run -s motcua -- due 1.014199 --filed '20/11/2026 15:40' --cut-off all --json",
  ],
  input: z.strictObject({
    operands: z.tuple([z.string().refine((code) => ProcedureCode.safeParse(code).success, CODE)], {
      error: CODE,
    }),
    filed: typedMoment('filed').optional(),
    'cut-off': z.enum(['all', 'sameDay'], 'Ghi rõ --cut-off: all hoặc sameDay.').optional(),
    on: typedDay('on').optional(),
    json: z.boolean().default(false),
  }),
  async run({ operands: [code], filed, 'cut-off': appliesTo, on, json }, context) {
    const { terminal, clock } = context;
    const filedAt = filed ?? clock.now();
    const edition = await currentEdition(context);
    const procedure = layEdition(loadCatalogue(), edition, on ?? dayOf(filedAt)).find(code);
    if (procedure === null) {
      terminal.err(`Không có thủ tục mã ${code} trong dữ liệu.\n`);
      return EXIT.failed;
    }
    const promised = promisedDates(procedure, {}, filedAt, officeRules(appliesTo));
    await terminal.out(
      json ? `${JSON.stringify(dueJson(procedure, promised), null, 2)}\n` : shown(procedure, promised),
    );
    return EXIT.done;
  },
});

const shown = (procedure: Procedure, promised: PromisedDates): string => {
  const say = loadTexts().vi;
  const heading = `${procedure.title.vi} (${procedure.code})`;
  if (!promised.known) return `${heading}\n${say(NO_DUE_DATE[promised.reason])}\n`;
  const [{ due: first }] = promised.dates;
  const lines = promisedLines(promised.dates, { procedure, answers: {}, say, locale: 'vi' });
  return [
    heading,
    `Hẹn trả: ${dueMomentText(first, say)}`,
    ...lines.map(({ text, note }) => (note === undefined ? text : `- ${text}\n  ${note}`)),
    '',
  ].join('\n');
};
