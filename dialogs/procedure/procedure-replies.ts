import { dayOf } from '../../data/calendar/day.js';
import { cardText } from '../../data/answers/card-text.js';
import { procedureCard } from '../../data/answers/procedure-card.js';
import type { AnswerContext } from '../../data/answers/answer-context.js';
import { procedureNotices } from '../../data/answers/procedure-notices.js';
import { procedureTimes } from '../../data/answers/procedure-times.js';
import { inLocale } from '../../data/language/locale.js';
import type { CaseAnswers } from '../../data/procedures/procedure-case.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import type { Aspect } from '../../data/understanding/understanding.js';
import type { Suggestion } from '../../bot/framework/sdk.js';
import type { Reply, Turn } from '../turn.js';
import { aspectText } from './aspect-text.js';

const FOLLOW_UPS = ['time', 'fee', 'where', 'documents', 'form'] as const satisfies readonly Aspect[];

/** The whole answer as a card, or the one thing asked with the way to the rest. */
export const procedureReplies = (
  turn: Turn,
  procedure: Procedure,
  answers: CaseAnswers,
  aspect: Aspect | null,
): Reply[] => {
  const context = answerContext(turn);
  if (aspect === null || aspect === 'documents') {
    const card = procedureCard(procedure, answers, context);
    return [
      { text: cardText(card), card, suggestions: followUps(turn, ['time', 'fee', 'where', 'form'], false) },
    ];
  }
  const text = `${inLocale(procedure.title, turn.locale)}\n${aspectText(procedure, answers, aspect, context)}`;
  const others = FOLLOW_UPS.filter((other) => other !== aspect);
  const due = aspect === 'time' ? [turn.say('due.ask')] : [];
  return [{ text, suggestions: followUps(turn, others.slice(0, 3 - due.length), true, due) }];
};

/** Title, time, and every warning: a citizen must not answer questions about a procedure that is paused. */
export const procedureIntro = (turn: Turn, procedure: Procedure): string => {
  const context = answerContext(turn);
  const title = inLocale(procedure.title, turn.locale);
  const warnings = procedureNotices(procedure, context).first.filter(({ tone }) => tone === 'warning');
  return [
    turn.say('procedure.understood', { title, time: procedureTimes(procedure, {}, context).main }),
    ...warnings.map(({ text }) => `! ${text}`),
  ].join('\n');
};

/** Who is answered, when and in which language. */
export const answerContext = ({ services, say, locale }: Turn): AnswerContext => {
  const { office, catalogue, clock, dueDates, usualTimes } = services;
  const now = clock.now();
  return { office, say, locale, now, today: dayOf(now), edition: catalogue.edition, dueDates, usualTimes };
};

const followUps = (
  turn: Turn,
  aspects: readonly (typeof FOLLOW_UPS)[number][],
  wholeAnswer: boolean,
  first: readonly string[] = [],
): Suggestion[] =>
  [
    ...first,
    ...(wholeAnswer ? [turn.say('procedure.askAll')] : []),
    ...aspects.map((aspect) => turn.say(`ask.${aspect}`)),
    turn.say('main.menu'),
  ].map((title) => ({ title, value: title }));
