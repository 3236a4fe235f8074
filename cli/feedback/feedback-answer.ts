import { z } from 'zod';
import { LABELS } from '../../data/reports/labels.js';
import { defineCommand, EXIT } from '../command.js';
import type { CommandContext, ExitCode } from '../command.js';
import { DeskResult } from '../office/feedback-desk.js';
import { oneLine } from '../office/one-line.js';
import { trackingCodeOperand } from '../typed/tracking-code-operand.js';
import { typedText } from '../typed/typed-text.js';
import { missingWords } from './missing-words.js';

export const feedbackAnswer = defineCommand({
  name: 'feedback answer',
  summary: 'Trả lời một phản ánh; người gửi đọc nguyên văn câu trả lời',
  operands: 'MÃ',
  options: {
    text: { type: 'string', value: '"…"', describe: 'câu trả lời; không có thì đọc từ đường ống (stdin)' },
  },
  examples: ['npm run -s motcua -- feedback answer PA-3M7K-HM4X --text "Hồ sơ của anh/chị đã có kết quả."'],
  input: z.strictObject({ operands: trackingCodeOperand, text: z.string().optional() }),
  run: async ({ operands: code, text }, context) =>
    onDesk(context, 'feedback.answer', { code, text: await typedText(text, context.terminal) }),
});

export const feedbackClose = defineCommand({
  name: 'feedback close',
  summary: 'Đóng một phản ánh; chưa trả lời thì phải ghi lý do',
  operands: 'MÃ',
  options: {
    text: { type: 'string', value: '"…"', describe: 'lý do, người gửi đọc được; bắt buộc nếu chưa trả lời' },
  },
  examples: ['npm run -s motcua -- feedback close PA-3M7K-HM4X'],
  input: z.strictObject({
    operands: trackingCodeOperand,
    text: z.string().min(1, 'Đang có --text nhưng để trống.').optional(),
  }),
  run: ({ operands: code, text }, context) => onDesk(context, 'feedback.close', { code, text: text ?? null }),
});

const onDesk = async (
  { terminal, actor, openOffice }: CommandContext,
  command: string,
  input: { code: string; text: string | null },
): Promise<ExitCode> => {
  const office = await openOffice();
  try {
    const result = DeskResult.parse(await oneLine(office.run(command, { ...input, actor })));
    if (result.outcome === 'done') {
      await terminal.out(`${input.code}: ${LABELS.feedbackState[result.state]}.\n`);
      return EXIT.done;
    }
    terminal.err(
      result.outcome === 'notAllowed'
        ? `${input.code} đang ở bước "${LABELS.feedbackState[result.state]}" nên không làm được việc này.\n`
        : missingWords(input.code, result),
    );
    return EXIT.failed;
  } finally {
    await office.close();
  }
};
