import type { AnswerContext } from '../answer-context.js';

/** For a code that no kept answer has: there never was one, or its time was over; nobody can tell which. */
export const unknownAnswerText = (
  code: string,
  { say, office }: Pick<AnswerContext, 'say' | 'office'>,
): string => {
  const days = office.retention.answerDays;
  return days === null ? say('receipt.unknown', { code }) : say('receipt.unknownOrOld', { code, days });
};
