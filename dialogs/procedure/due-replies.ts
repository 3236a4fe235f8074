import { cardText } from '../../data/answers/card-text.js';
import { dueCard } from '../../data/answers/due/due-card.js';
import { inLocale } from '../../data/language/locale.js';
import type { CaseAnswers } from '../../data/procedures/procedure-case.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import type { Reply, Turn } from '../turn.js';
import { givenCard } from '../receipt/given-card.js';
import type { DueQuestion } from './due-question.js';

/** When the result is promised if the dossier is filed then, with the sum behind it. */
export const dueReply = async (
  turn: Turn,
  procedure: Procedure,
  answers: CaseAnswers,
  filed: DueQuestion['filed'],
): Promise<Reply> => {
  const { say } = turn;
  const next = [say('procedure.askAll'), say('ask.documents'), say('ask.where'), say('main.menu')];
  const suggestions = next.map((title) => ({ title, value: title }));
  const [, lunarYear] = /^lunar:(\d{4})$/.exec(filed) ?? [];
  if (lunarYear !== undefined) return { text: lunarText(turn, procedure, lunarYear), suggestions };
  const { card } = await givenCard(turn, { procedure, answers }, (context) =>
    dueCard(procedure, answers, new Date(filed), context),
  );
  return { text: cardText(card), card, suggestions };
};

/** No sum over a holiday whose days nobody has announced, and no lunar calendar of our own. */
const lunarText = ({ say, locale, services }: Turn, procedure: Procedure, year: string): string => {
  const announced = services.dueDates.calendar.facts(`${year}-02-01`).official;
  return [
    inLocale(procedure.title, locale),
    say(announced ? 'due.lunar' : 'due.noPlan', { year }),
    say('due.askSolar', { year }),
  ].join('\n');
};
