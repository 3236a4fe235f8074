import { cardText } from '../../data/answers/card-text.js';
import { dueCard } from '../../data/answers/due/due-card.js';
import type { CaseAnswers } from '../../data/procedures/procedure-case.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import type { Reply, Turn } from '../turn.js';
import { givenCard } from '../receipt/given-card.js';

/** When the result is promised if the dossier is filed at this moment, with the sum behind it. */
export const dueReply = async (
  turn: Turn,
  procedure: Procedure,
  answers: CaseAnswers,
  filedAt: Date,
): Promise<Reply> => {
  const { say } = turn;
  const { card } = await givenCard(turn, { procedure, answers }, (context) =>
    dueCard(procedure, answers, filedAt, context),
  );
  const next = [say('procedure.askAll'), say('ask.documents'), say('ask.where'), say('main.menu')];
  return { text: cardText(card), card, suggestions: next.map((title) => ({ title, value: title })) };
};
