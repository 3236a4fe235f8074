import type { ChangedAnswer, Led } from '../../data/understanding/compare-answers.js';

interface Compared {
  questions: number;
  answers: readonly ChangedAnswer[];
  titleOf: (code: string) => string;
}

/** Which of the questions tried lead elsewhere, before and after. */
export const answerLines = ({ questions, answers, titleOf }: Compared): string[] => [
  answers.length === 0
    ? `Đã thử ${String(questions)} câu hỏi: câu nào cũng dẫn đến thủ tục như trước.`
    : `Đã thử ${String(questions)} câu hỏi: ${String(answers.length)} câu dẫn đến chỗ khác trước.`,
  ...answers.map(
    ({ question, before, after }) =>
      `  "${question}": ${ledText(before, titleOf)} → ${ledText(after, titleOf)}`,
  ),
];

export const ledText = ({ outcome, codes }: Led, titleOf: (code: string) => string): string => {
  if (outcome === 'none') return 'không tìm thấy';
  const named = codes.map((code) => `${code} ${titleOf(code)}`);
  return outcome === 'answer' ? named.join() : `hỏi lại: ${codes.join(', ')}`;
};
