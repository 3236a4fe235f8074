import { NO_DUE_DATE } from './no-due-date.js';
import { formatDay } from '../../calendar/day.js';
import type { CaseAnswers } from '../../procedures/procedure-case.js';
import type { Procedure } from '../../procedures/procedure.js';
import { promisedDates } from '../../procedures/promised-dates.js';
import type { AnswerContext } from '../answer-context.js';
import type { Card, CardSection } from '../card.js';
import { dueMomentText } from './due-date-text.js';
import { promisedLines } from './promised-dates-text.js';

/** "Nộp lúc này (20/11/2026), hẹn trả: thứ Hai 07/12/2026"; nothing where no date can be promised. */
export const dueFact = (
  procedure: Procedure,
  answers: CaseAnswers,
  context: AnswerContext,
): Card['facts'] => {
  const { now, today, say } = context;
  const promised = promisedDates(procedure, answers, now, context);
  if (!promised.known) return [];
  const [{ due }] = promised.dates;
  return [{ label: say('due.ifNow', { day: formatDay(today) }), value: dueMomentText(due, say) }];
};

/** The sum of every limit if filed now; without a limit that there is none, and what is usual. */
export const dueLines = (
  procedure: Procedure,
  answers: CaseAnswers,
  context: AnswerContext,
): CardSection['lines'] => {
  const promised = promisedDates(procedure, answers, context.now, context);
  if (!promised.known && promised.reason !== 'notSetByLaw') return [];
  return dueAnswer(procedure, answers, context.now, context);
};

/** The same for any moment of filing. */
export const dueAnswer = (
  procedure: Procedure,
  answers: CaseAnswers,
  filedAt: Date,
  context: AnswerContext,
): CardSection['lines'] => {
  const { say, locale, usualTimes } = context;
  const promised = promisedDates(procedure, answers, filedAt, context);
  if (promised.known) return promisedLines(promised.dates, { procedure, answers, say, locale });
  const usual = usualTimes.of(procedure.code);
  return [
    { text: say(NO_DUE_DATE[promised.reason]) },
    ...(usual ? [{ text: say('due.usual', { days: usual.medianDays, count: usual.dossiers }) }] : []),
  ];
};
