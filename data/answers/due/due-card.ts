import { dayOf, formatDay } from '../../calendar/day.js';
import { inLocale } from '../../language/locale.js';
import type { CaseAnswers } from '../../procedures/procedure-case.js';
import type { Procedure } from '../../procedures/procedure.js';
import { promisedDates } from '../../procedures/promised-dates.js';
import type { AnswerContext } from '../answer-context.js';
import type { Card } from '../card.js';
import { dueMomentText, longDay } from './due-date-text.js';
import { dueAnswer } from './procedure-due.js';
import { limitLines, unofficialLines } from './promised-dates-text.js';
import { procedureNotices } from '../procedure-notices.js';

/** One date to read first, a word when a day in it is not official, the sum folded behind it; open where there is no date, for it says why. */
export const dueCard = (
  procedure: Procedure,
  answers: CaseAnswers,
  filedAt: Date,
  context: AnswerContext,
): Card => {
  const { say, locale } = context;
  const title = inLocale(procedure.title, locale);
  const promised = promisedDates(procedure, answers, filedAt, context);
  const lines = promised.known
    ? limitLines(promised.dates, { procedure, answers, say, locale })
    : dueAnswer(procedure, answers, filedAt, context);
  const unofficial = promised.known ? unofficialLines(promised.dates, say) : [];
  const label = say('due.ifFiled', { day: longDay(dayOf(filedAt), say) });
  const value = promised.known ? dueMomentText(promised.dates[0].due, say) : (lines[0]?.text ?? '');
  return {
    kind: 'procedure',
    title,
    subtitle: null,
    notices: [
      ...procedureNotices(procedure, context).first.filter(({ tone }) => tone === 'warning'),
      ...unofficial.map((text) => ({ tone: 'info' as const, text })),
    ],
    facts: promised.known ? [{ label, value }] : [],
    sections: [{ id: 'due', heading: say('section.due'), lines, open: !promised.known }],
    links: [],
    footer: say('procedure.verified', { verified: formatDay(procedure.verifiedOn) }),
    brief: `${title}. ${promised.known ? `${label}: ${value}.` : value}`,
  };
};
