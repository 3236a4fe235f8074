import { z } from 'zod';
import { addDays, dayOf, formatDay } from '../../data/calendar/day.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { loadUnderstanding } from '../../data/load-understanding.js';
import type { Catalogue } from '../../data/procedures/catalogue.js';
import { layEdition } from '../../data/procedures/edition/lay-edition.js';
import { ledTo } from '../../data/understanding/compare-answers.js';
import type { Led } from '../../data/understanding/compare-answers.js';
import type { QuestionGroup } from '../../data/understanding/unanswered/group-questions.js';
import type { WhyUnanswered } from '../../data/understanding/unanswered/unanswered-question.js';
import { defineCommand, EXIT } from '../command.js';
import { ledText } from '../procedures/answer-lines.js';
import { readEdition } from '../procedures/read-edition.js';
import { noOperands } from '../typed/tracking-code-operand.js';
import { typedDay } from '../typed/typed-day.js';
import { readQuestionGroups } from './read-questions.js';

/** Days looked back when no day is given. */
const USUAL_DAYS = 90;
const SHOWN = 50;
const WORDINGS = 3;
const NEAREST = 3;

export const unanswered = defineCommand({
  name: 'unanswered',
  summary: 'Liệt kê những câu hỏi trợ lý chưa trả lời được, gộp câu cùng ý, hay gặp nhất trước',
  operands: '',
  options: {
    from: {
      type: 'string',
      value: 'NGÀY',
      describe: `từ ngày; không có thì từ ${String(USUAL_DAYS)} ngày trước`,
    },
    to: { type: 'string', value: 'NGÀY', describe: 'đến hết ngày; không có thì đến hôm nay' },
    json: { type: 'boolean', describe: 'in tất cả, mỗi nhóm một dòng JSON' },
  },
  examples: ['npm run -s motcua -- unanswered', 'npm run -s motcua -- unanswered --from 01/11/2026'],
  input: z.strictObject({
    operands: noOperands,
    from: typedDay('from').optional(),
    to: typedDay('to').optional(),
    json: z.boolean().default(false),
  }),
  async run({ from, to, json }, { terminal, clock, openOffice }) {
    const today = dayOf(clock.now());
    const range = { from: from ?? addDays(to ?? today, 1 - USUAL_DAYS), to: to ?? today };
    const office = await openOffice();
    try {
      const groups = await readQuestionGroups(office, range);
      const catalogue = layEdition(loadCatalogue(), await readEdition(office), today);
      const understand = loadUnderstanding(catalogue);
      for (const group of json ? groups : groups.slice(0, SHOWN)) {
        const leadsTo = ledTo(understand, group.wordings[0] ?? '');
        await terminal.out(
          json ? `${JSON.stringify(row(group, leadsTo, catalogue))}\n` : shown(group, leadsTo, catalogue),
        );
      }
      terminal.err(summary(groups, range));
    } finally {
      await office.close();
    }
    return EXIT.done;
  },
});

const row = ({ nearest, ...group }: QuestionGroup, leadsTo: Led, catalogue: Catalogue) => ({
  ...group,
  nearest: nearest.slice(0, NEAREST).map((code) => ({ code, title: titleIn(catalogue)(code) })),
  leadsTo,
});

const shown = (group: QuestionGroup, leadsTo: Led, catalogue: Catalogue): string => {
  const titleOf = titleIn(catalogue);
  const [example = '', ...others] = group.wordings;
  const why = Object.entries(WHY).flatMap(([reason, label]) => {
    const times = group.why[reason as WhyUnanswered];
    return times === 0 ? [] : [`${label} ${String(times)}`];
  });
  const nearest = group.nearest.slice(0, NEAREST).map((code) => `${code} ${titleOf(code)}`);
  return [
    `${String(group.count)} lần | "${example}" | ${why.join(', ')}`,
    ...(others.length === 0
      ? []
      : [
          `    cách hỏi khác: ${others
            .slice(0, WORDINGS)
            .map((wording) => `"${wording}"`)
            .join('; ')}`,
        ]),
    `    gần nhất: ${nearest.length === 0 ? 'không có' : nearest.join('; ')}`,
    `    hiện dẫn đến: ${ledText(leadsTo, titleOf)}`,
    '',
  ].join('\n');
};

const WHY: Record<WhyUnanswered, string> = {
  notFound: 'không tìm thấy',
  rejectedChoices: 'không chọn mục nào',
  rejectedAnswer: 'nói không phải việc này',
  askedAgain: 'phải hỏi lại',
};

const titleIn =
  (catalogue: Catalogue) =>
  (code: string): string =>
    catalogue.find(code)?.title.vi ?? '(không còn trong dữ liệu)';

const summary = (groups: readonly QuestionGroup[], { from, to }: { from: string; to: string }): string => {
  const days = `từ ${formatDay(from)} đến ${formatDay(to)}`;
  if (groups.length === 0) return `Không có câu hỏi nào chưa trả lời được ${days}.\n`;
  const asked = groups.reduce((sum, { count }) => sum + count, 0);
  const rest = groups.length > SHOWN ? ` Chỉ hiện ${String(SHOWN)} nhóm đầu; xem tất cả bằng --json.` : '';
  return `${String(asked)} câu hỏi, ${String(groups.length)} nhóm, ${days}.${rest}\n`;
};
