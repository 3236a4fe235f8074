import { cardText } from '../../data/answers/card-text.js';
import { preparationCard } from '../../data/answers/preparation/preparation-card.js';
import { preparationCode } from '../../data/answers/preparation/preparation-code.js';
import { whyNoList } from '../../data/answers/preparation/why-no-list.js';
import type { Preparation } from '../../data/answers/preparation/preparation.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import { answerContext } from '../answer-context.js';
import type { Answers, Form } from '../form-dialog.js';
import { FORM } from '../forms.js';
import { homeSuggestions } from '../home.js';
import { caseStep, settledAnswers } from '../procedure/case-step.js';
import { chosenCode } from '../procedure/procedure-form.js';
import type { Reply, Turn } from '../turn.js';
import { papersStep } from './papers-step.js';
import { ticksIn } from './ticks.js';

/** Which papers are there already; then what is missing, and a list to print or to open on another phone. */
export const preparationForm: Form = {
  id: FORM.preparation,
  version: 1,
  next(answers, turn) {
    const procedure = procedureIn(answers, turn);
    if (!procedure || whyNoList(procedure, answerContext(turn)) !== null) return null;
    return caseStep(procedure, answers) ?? papersStep(procedure, answers);
  },
  async finish(turn, answers) {
    const procedure = procedureIn(answers, turn);
    if (!procedure) {
      await turn.reply({ text: turn.say('procedure.noneOfThese'), suggestions: homeSuggestions(turn.say) });
      return null;
    }
    const settled = settledAnswers(answers);
    turn.memory.procedure = { code: procedure.code, answers: settled };
    const reason = whyNoList(procedure, answerContext(turn));
    await turn.reply(reason === null ? listReply(turn, procedure, answers) : noListReply(turn, reason));
    return null;
  },
};

const procedureIn = (answers: Answers, turn: Turn): Procedure | null =>
  turn.services.catalogue.find(chosenCode(answers) ?? '');

const listReply = (turn: Turn, procedure: Procedure, given: Answers): Reply => {
  const context = answerContext(turn);
  const answers = settledAnswers(given);
  const preparation: Preparation = { procedure, answers, have: ticksIn(given), day: context.today };
  const language = turn.locale === 'en' ? '?lang=en' : '';
  const url = `${turn.services.publicUrl ?? ''}/chuan-bi/${preparationCode(preparation)}${language}`;
  const card = preparationCard(preparation, url, context);
  return {
    text: cardText(card),
    card,
    suggestions: next(turn, ['ask.form', 'ask.where', 'procedure.askAll', 'main.menu']),
  };
};

const noListReply = (turn: Turn, reason: string): Reply => ({
  text: reason,
  suggestions: next(turn, ['procedure.askAll', 'home.human', 'main.menu']),
});

const next = ({ say }: Turn, keys: readonly Parameters<Turn['say']>[0][]) =>
  keys.map((key) => ({ title: say(key), value: say(key) }));
