import { cardText } from '../../data/answers/card-text.js';
import { EXAMPLE_ANSWER_CODE, readAnswerCode } from '../../data/answers/receipt/answer-code.js';
import { standingOf } from '../../data/answers/receipt/answer-standing.js';
import type { GivenAnswer } from '../../data/answers/receipt/given-answer.js';
import { receiptCard } from '../../data/answers/receipt/receipt-card.js';
import { unknownAnswerText } from '../../data/answers/receipt/unknown-answer-text.js';
import { fold } from '../../data/language/fold.js';
import { answerContext } from '../answer-context.js';
import { aside } from '../commands.js';
import type { Act } from '../commands.js';
import type { Reply, Turn } from '../turn.js';

/** An answer's code as the whole message, at any step; inside a complaint it is the citizen's text. */
export const receiptIn = (turn: Turn): Act | null => {
  const typed = ONLY_A_CODE.exec(fold(turn.text))?.[1];
  return typed === undefined || !isMeantAsCode(typed) ? null : aside((now) => reopen(now, typed));
};

/** "tl cho tôi đi" asks for an answer and has as many letters. */
const isMeantAsCode = (typed: string): boolean => readAnswerCode(typed) !== null || /\d|^tl-/.test(typed);

/** "TL-7KM-2QX-HMT", "mã câu trả lời TL 7KM 2QX HMT"; one letter too few or too many is still meant as a code. */
const ONLY_A_CODE =
  /^\s*(?:(?:xem|mo|ma|so|cau|tra loi|code|answer|show|open|lai)[\s:]+)*(tl(?:[\s.-]*[0-9a-z]){7,11})\s*[.?!]?\s*$/;

const reopen = async (turn: Turn, typed: string): Promise<void> => {
  const code = readAnswerCode(typed);
  if (code === null) {
    await turn.reply({ text: turn.say('receipt.mistyped', { example: EXAMPLE_ANSWER_CODE }) });
    return;
  }
  const answer = await turn.services.store.answers.find(code);
  await turn.reply(
    answer === null ? { text: unknownAnswerText(code, answerContext(turn)) } : await again(turn, answer),
  );
};

/** The talk goes on about this procedure. */
const again = async (turn: Turn, answer: GivenAnswer): Promise<Reply> => {
  const { catalogue, store, publicUrl } = turn.services;
  const { procedure, answers } = answer;
  const context = answerContext(turn);
  const corrections = await store.edition.corrections();
  const standing = standingOf(answer, { context, catalogue, corrections });
  const card = receiptCard(answer, standing, context, publicUrl ?? '');
  if (standing.state !== 'gone') turn.memory.procedure = { code: procedure.code, answers };
  const next = standing.state === 'gone' ? [] : [turn.say('procedure.askAll'), turn.say('prepare.ask')];
  return {
    text: cardText(card),
    card,
    suggestions: [...next, turn.say('main.menu')].map((title) => ({ title, value: title })),
  };
};
