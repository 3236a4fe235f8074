import { cardText } from '../../data/answers/card-text.js';
import { feedbackStatusCard } from '../../data/answers/feedback-card.js';
import { dayOf, formatDay } from '../../data/calendar/day.js';
import { FEEDBACK_TEXT_LIMIT } from '../../data/feedback/feedback.js';
import type { Feedback } from '../../data/feedback/feedback.js';
import { matchesPin } from '../../data/feedback/pin.js';
import { readTrackingCode } from '../../data/feedback/tracking-code.js';
import { addInformation, canDo, reopenFeedback } from '../../data/feedback/transitions.js';
import type { Erasure } from '../../data/retention/erasure.js';
import type { Answers, Form, FormStep, Reading } from '../form-dialog.js';
import { FORM } from '../forms.js';
import { homeSuggestions } from '../home.js';
import { choiceStep, textStep } from '../steps.js';
import type { Turn } from '../turn.js';
import { wrongChecksOf } from '../wrong-checks.js';

/** Code and PIN → every state with its date; then add to it, or say that it is not solved. */
export const followUpForm: Form = {
  id: FORM.followUp,
  version: 1,
  next(answers) {
    if (!answers['code']) return codeStep;
    if (!answers['state']) return pinStep;
    if (answers['action'] === undefined) return actionStep;
    return answers['action'] === 'done' || answers['more'] !== undefined ? null : moreStep;
  },
  async finish(turn, answers) {
    await turn.reply({ text: await act(turn, answers), suggestions: homeSuggestions(turn.say) });
    return null;
  },
};

const codeStep: FormStep = {
  id: 'code',
  expects: 'code',
  ask: (turn) => ({ text: turn.say('followUp.askCode'), expects: 'text' }),
  read: (turn): Reading => {
    const code = readTrackingCode(turn.text);
    return code === null ? { again: { text: turn.say('followUp.badCode') } } : { answers: { code } };
  },
};

/** A wrong PIN and a code that was never given out read the same. */
const pinStep: FormStep = {
  id: 'pin',
  expects: 'code',
  ask: (turn) => ({ text: turn.say('followUp.askPin'), expects: 'text' }),
  read: async (turn, answers): Promise<Reading> => {
    const code = answers['code'] ?? '';
    const checks = await wrongChecksOf(turn, 'feedback', code);
    if (checks.locked)
      return { leave: { text: turn.say('followUp.locked'), suggestions: homeSuggestions(turn.say) } };
    const { feedback: records, erasures } = turn.services.store;
    const feedback = await records.find(code);
    if (feedback && (await matchesPin(feedback, turn.text))) return shown(turn, feedback);
    const erased = feedback ? null : await erasures.find('feedback', code);
    if (erased) return tooLate(turn, erased);
    turn.stage(checks.oneMore);
    return { again: { text: turn.say('followUp.notShown') } };
  },
};

const tooLate = ({ say }: Turn, { key: code, at }: Erasure): Reading => {
  const date = formatDay(dayOf(new Date(at)));
  return { leave: { text: say('followUp.erased', { code, date }), suggestions: homeSuggestions(say) } };
};

const shown = async (turn: Turn, feedback: Feedback): Promise<Reading> => {
  const card = feedbackStatusCard(feedback, turn.say);
  await turn.reply({ text: cardText(card), card });
  return { answers: { state: feedback.state } };
};

const actionStep = choiceStep({
  id: 'action',
  ask: (turn) => turn.say('followUp.askAction'),
  options: (turn, answers) => [
    answered(answers)
      ? { value: 'reopen', title: turn.say('followUp.reopen') }
      : { value: 'inform', title: turn.say('followUp.inform') },
    { value: 'done', title: turn.say('followUp.done') },
  ],
});

const answered = (answers: Answers): boolean =>
  answers['state'] === 'answered' || answers['state'] === 'closed';

const moreStep = textStep({
  id: 'more',
  ask: (turn, answers) => turn.say(answers['action'] === 'reopen' ? 'followUp.askWhy' : 'followUp.askMore'),
  limit: FEEDBACK_TEXT_LIMIT,
});

const act = async (turn: Turn, answers: Answers): Promise<string> => {
  const { say, services } = turn;
  const action = answers['action'];
  if (action !== 'inform' && action !== 'reopen') return say('followUp.thanks');
  const feedback = await services.store.feedback.find(answers['code'] ?? '');
  if (!feedback || !canDo(feedback, action)) return say('followUp.changed');
  const said = { text: answers['more'] ?? '', at: services.clock.now() };
  const record = action === 'inform' ? addInformation(feedback, said) : reopenFeedback(feedback, said);
  turn.stage({ kind: 'feedback', record });
  return say(action === 'inform' ? 'followUp.informed' : 'followUp.reopened', { code: feedback.code });
};
