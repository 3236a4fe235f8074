import type { AnswerContext } from '../data/answers/answer-context.js';
import { dayOf } from '../data/calendar/day.js';
import type { Turn } from './turn.js';

/** Who is answered, when and in which language: the citizen's, unless said otherwise. */
export const answerContext = (turn: Turn, locale = turn.locale): AnswerContext => {
  const { office, texts, catalogue, clock, dueDates, usualTimes } = turn.services;
  const now = clock.now();
  const { edition } = catalogue;
  return { office, say: texts[locale], locale, now, today: dayOf(now), edition, dueDates, usualTimes };
};
