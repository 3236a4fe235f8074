import { z } from 'zod';
import { EXAMPLE_ANSWER_CODE, readAnswerCode } from '../../data/answers/receipt/answer-code.js';

/** Exactly one operand: an answer's code as a person types it. */
export const answerCodeOperand = z
  .array(z.string())
  .length(1, `Cần đúng một mã câu trả lời, ví dụ ${EXAMPLE_ANSWER_CODE}.`)
  .transform(([typed = ''], context) => {
    const code = readAnswerCode(typed);
    if (code !== null) return code;
    context.addIssue(
      `"${typed}" không phải là mã câu trả lời. Mã có dạng ${EXAMPLE_ANSWER_CODE}; có thể một chữ bị gõ sai.`,
    );
    return z.NEVER;
  });
