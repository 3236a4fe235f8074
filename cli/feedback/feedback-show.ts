import { z } from 'zod';
import { dayOf, formatDay, timeOf } from '../../data/calendar/day.js';
import type { Instant } from '../../data/calendar/day.js';
import { FeedbackRow } from '../../data/reports/columns/feedback-columns.js';
import { LABELS } from '../../data/reports/labels.js';
import { defineCommand, EXIT } from '../command.js';
import { MissingFeedback } from '../office/feedback-desk.js';
import { oneLine } from '../office/one-line.js';
import { missingWords } from './missing-words.js';
import { trackingCodeOperand } from '../typed/tracking-code-operand.js';

export const feedbackShow = defineCommand({
  name: 'feedback show',
  summary: 'Xem một phản ánh với từng bước đã qua',
  operands: 'MÃ',
  options: {
    'with-contact': { type: 'boolean', describe: 'hiện cả liên hệ của người gửi (được ghi vào nhật ký)' },
    json: { type: 'boolean', describe: 'in một dòng JSON' },
  },
  examples: ['npm run -s motcua -- feedback show PA-3M7K-HM4X'],
  input: z.strictObject({
    operands: trackingCodeOperand,
    'with-contact': z.boolean().default(false),
    json: z.boolean().default(false),
  }),
  async run({ operands: code, json, 'with-contact': withContact }, { terminal, actor, openOffice }) {
    const office = await openOffice();
    try {
      const found = await oneLine(office.run('feedback.show', { code, withContact, actor }));
      const missing = MissingFeedback.safeParse(found).data;
      if (missing !== undefined) {
        terminal.err(missingWords(code, missing));
        return EXIT.failed;
      }
      const feedback = FeedbackRow.parse(found);
      await terminal.out(json ? `${JSON.stringify(feedback)}\n` : page(feedback));
      return EXIT.done;
    } finally {
      await office.close();
    }
  },
});

const page = (feedback: FeedbackRow): string =>
  [
    `${feedback.code} · ${LABELS.feedbackState[feedback.state]}`,
    `Nhận lúc: ${moment(feedback.receivedAt)} qua ${LABELS.channel[feedback.channel]}`,
    `Loại: ${LABELS.feedbackKind[feedback.kind]}`,
    ...(feedback.dossierCode === null ? [] : [`Hồ sơ: ${feedback.dossierCode}`]),
    ...(feedback.procedureCode === null ? [] : [`Thủ tục: ${feedback.procedureCode}`]),
    ...(feedback.recordedBy === null ? [] : [`Người ghi: ${feedback.recordedBy}`]),
    ...(feedback.contact === null
      ? []
      : [`Liên hệ: ${[feedback.contact.name, feedback.contact.reach].filter(Boolean).join(', ')}`]),
    '',
    feedback.text,
    '',
    'Các bước:',
    ...feedback.history.map(
      ({ at, by, state, text }) =>
        `  ${moment(at)}  ${BY[by]}: ${LABELS.feedbackState[state]}${text === null ? '' : ` – ${text}`}`,
    ),
    '',
  ].join('\n');

const BY = { citizen: 'Người dân', office: 'Cơ quan', system: 'Hệ thống' };

const moment = (at: Instant): string => `${formatDay(dayOf(new Date(at)))} ${timeOf(new Date(at))}`;
