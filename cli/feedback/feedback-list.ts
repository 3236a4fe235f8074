import { z } from 'zod';
import { dayOf, formatDay } from '../../data/calendar/day.js';
import { FeedbackRow } from '../../data/reports/columns/feedback-columns.js';
import { LABELS } from '../../data/reports/labels.js';
import { choiceOf, choices } from '../typed/choice.js';
import { defineCommand, EXIT } from '../command.js';
import { noOperands } from '../typed/tracking-code-operand.js';

const { received, inProgress, answered, reopened } = LABELS.feedbackState;
const OPEN_STATES = { received, inProgress, answered, reopened };

const EXCERPT = 60;

export const feedbackList = defineCommand({
  name: 'feedback list',
  summary: 'Liệt kê các phản ánh chưa đóng, cũ nhất trước',
  operands: '',
  options: {
    state: { type: 'string', value: 'TRẠNG-THÁI', describe: `chỉ một trạng thái: ${choices(OPEN_STATES)}` },
    json: { type: 'boolean', describe: 'mỗi phản ánh một dòng JSON' },
  },
  examples: ['npm run -s motcua -- feedback list', 'npm run -s motcua -- feedback list --state da-tiep-nhan'],
  input: z.strictObject({
    operands: noOperands,
    state: choiceOf('state', OPEN_STATES).optional(),
    json: z.boolean().default(false),
  }),
  async run({ state, json }, { terminal, openOffice }) {
    const office = await openOffice();
    let count = 0;
    try {
      for await (const line of office.run('feedback.list', state === undefined ? {} : { states: [state] })) {
        count += 1;
        await terminal.out(json ? `${line}\n` : shown(FeedbackRow.parse(JSON.parse(line))));
      }
    } finally {
      await office.close();
    }
    terminal.err(
      count === 0
        ? 'Không có phản ánh nào.\n'
        : `${String(count)} phản ánh. Phản ánh đã đóng: xem bằng lệnh export.\n`,
    );
    return EXIT.done;
  },
});

const shown = ({ code, receivedAt, channel, state, kind, text }: FeedbackRow): string =>
  [
    code,
    formatDay(dayOf(new Date(receivedAt))),
    LABELS.channel[channel],
    LABELS.feedbackState[state],
    LABELS.feedbackKind[kind],
    excerpt(text),
  ].join(' | ') + '\n';

const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
};
