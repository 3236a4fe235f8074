import type { AnswerContext } from '../../data/answers/answer-context.js';
import { dayOf } from '../../data/calendar/day.js';
import { loadTexts } from '../../data/load-texts.js';
import type { EditionName } from '../../data/procedures/catalogue.js';
import { officeRules } from '../office/office-rules.js';

/** What an answer is drawn in at a desk: in Vietnamese, as of that moment. */
export const deskContext = (now: Date, edition: EditionName): AnswerContext => ({
  ...officeRules(),
  usualTimes: { of: () => null },
  now,
  today: dayOf(now),
  say: loadTexts().vi,
  locale: 'vi',
  edition,
});
