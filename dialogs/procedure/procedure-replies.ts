import { cardText } from '../../data/answers/card-text.js';
import { whyNoList } from '../../data/answers/preparation/why-no-list.js';
import { procedureCard } from '../../data/answers/procedure-card.js';
import { procedureNotices } from '../../data/answers/procedure-notices.js';
import { procedureTimes } from '../../data/answers/procedure-times.js';
import { inLocale } from '../../data/language/locale.js';
import type { CaseAnswers } from '../../data/procedures/procedure-case.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import type { TextKey } from '../../data/texts/texts.js';
import type { Aspect } from '../../data/understanding/understanding.js';
import type { Suggestion } from '../../bot/framework/sdk.js';
import { answerContext } from '../answer-context.js';
import { givenCard } from '../receipt/given-card.js';
import type { Reply, Turn } from '../turn.js';
import { aspectText } from './aspect-text.js';

/** What only this part of an answer leads to. */
const MORE: Partial<Record<Aspect, readonly TextKey[]>> = { time: ['due.ask'], where: ['place.ask'] };

const FOLLOW_UPS = ['time', 'fee', 'where', 'documents', 'form'] as const satisfies readonly Aspect[];

/** The whole answer as a card, or the one thing asked with the way to the rest; its code reopens the whole. */
export const procedureReplies = async (
  turn: Turn,
  procedure: Procedure,
  answers: CaseAnswers,
  aspect: Aspect | null,
): Promise<Reply[]> => {
  const context = answerContext(turn);
  const { card, code } = await givenCard(turn, { procedure, answers }, (each) =>
    procedureCard(procedure, answers, each),
  );
  if (aspect === null || aspect === 'documents') {
    const preparing = whyNoList(procedure, context) === null ? [turn.say('prepare.ask')] : [];
    return [
      {
        text: cardText(card),
        card,
        suggestions: followUps(turn, ['time', 'fee', 'where', 'form'], false, preparing),
      },
    ];
  }
  const text = [
    inLocale(procedure.title, turn.locale),
    aspectText(procedure, answers, aspect, context),
    turn.say('receipt.code', { code }),
  ].join('\n');
  const others = FOLLOW_UPS.filter((other) => other !== aspect);
  const more = MORE[aspect]?.map((key) => turn.say(key)) ?? [];
  return [{ text, suggestions: followUps(turn, others.slice(0, 3 - more.length), true, more) }];
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
