import type { AnswerContext } from '../../data/answers/answer-context.js';
import type { Card } from '../../data/answers/card.js';
import { keepAnswer } from '../../data/answers/receipt/keep-answer.js';
import { withCode } from '../../data/answers/receipt/receipt-card.js';
import type { CaseAnswers } from '../../data/procedures/procedure-case.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import { answerContext } from '../answer-context.js';
import type { Turn } from '../turn.js';

/** Keeps an answer in both languages, to be written with the turn; gives the citizen's, with its code. */
export const givenCard = async (
  turn: Turn,
  { procedure, answers }: { procedure: Procedure; answers: CaseAnswers },
  draw: (context: AnswerContext) => Card,
): Promise<{ card: Card; code: string }> => {
  const context = answerContext(turn);
  const cards = { vi: draw(answerContext(turn, 'vi')), en: draw(answerContext(turn, 'en')) };
  const { code, change } = await keepAnswer(
    { procedure, answers, cards },
    context,
    turn.services.store.answers,
  );
  if (change) turn.stage(change);
  return { card: withCode(cards[turn.locale], code, context), code };
};
