import { instant } from '../data/calendar/day.js';
import { fold } from '../data/language/fold.js';
import type { TextKey } from '../data/texts/texts.js';
import type { Aspect } from '../data/understanding/understanding.js';
import { readChoice } from './choice.js';
import type { Act } from './commands.js';
import { addWords, askWhy } from './dossier/ask-why.js';
import { FORM } from './forms.js';
import { hotline } from './greeting.js';
import { againAnswers, dueAnswers, procedureAnswers } from './procedure/procedure-form.js';
import { keepRejectedAnswer } from './procedure/unanswered.js';
import { routeMessage } from './routing.js';
import type { Turn } from './turn.js';

/** A suggested answer that was tapped, typed out, or chosen by its number after the last reply. */
export const tapIn = (turn: Turn): Act | null => byTitle(turn) ?? byNumber(turn);

const byTitle = (turn: Turn): Act | null => {
  const said = plain(turn.text);
  const titled = (key: TextKey): boolean =>
    (['vi', 'en'] as const).some((locale) => plain(turn.services.texts[locale](key)) === said);
  return TAPS.find(([key]) => titled(key))?.[1] ?? null;
};

/** Typed out, a question mark is often left away. */
const plain = (text: string): string => fold(text).replace(/[\s?!.]+$/, '');

/** "2" after a reply that offered answers; the value offered is then handled as if it had been typed. */
const byNumber = (turn: Turn): Act | null => {
  const { offered } = turn.memory;
  if (!/^\W*\d{1,2}\W*$/.test(turn.text)) return null;
  const value = readChoice(turn.text, offered);
  if (value === null) return null;
  turn.text = value;
  return byTitle(turn) ?? routeMessage;
};

const about =
  (aspect: Aspect | null): Act =>
  async (_, turn) => {
    const known = turn.memory.procedure;
    if (known) return { next: { form: FORM.procedure, answers: againAnswers(known, aspect) } };
    await turn.reply({ text: turn.say('procedure.askWhich') });
    return undefined;
  };

/** The next best after the answer, one of which may be meant. */
const otherThanThis: Act = async (dc, turn) => {
  const { asked } = turn.memory;
  if (asked === null || asked.others.length === 0) return ask('procedure.askWhich')(dc, turn);
  keepRejectedAnswer(turn, asked);
  return { next: { form: FORM.procedure, answers: procedureAnswers(asked.others, null) } };
};

const ifFiledNow: Act = async (dc, turn) => {
  const known = turn.memory.procedure;
  if (known === null) return about('time')(dc, turn);
  const answers = dueAnswers(againAnswers(known, null), instant(turn.services.clock.now()));
  return { next: { form: FORM.procedure, answers } };
};

const open =
  (form: string, answers: (turn: Turn) => Record<string, string | null> = () => ({})): Act =>
  (_, turn) =>
    Promise.resolve({ next: { form, answers: answers(turn) } });

const prepare: Act = async (dc, turn) => {
  const known = turn.memory.procedure;
  if (known === null) return about('documents')(dc, turn);
  return { next: { form: FORM.preparation, answers: againAnswers(known, null) } };
};

const ask =
  (key: TextKey): Act =>
  async (_, turn) => {
    await turn.reply({ text: turn.say(key) });
    return undefined;
  };

const withDossier = ({ memory }: Turn): Record<string, string | null> =>
  memory.dossierCode === null ? {} : { dossierCode: memory.dossierCode };

const TAPS: readonly (readonly [TextKey, Act])[] = [
  ['home.procedure', ask('procedure.askWhich')],
  ['home.dossier', open(FORM.dossier)],
  ['home.feedback', open(FORM.feedback)],
  ['home.survey', open(FORM.survey, withDossier)],
  ['home.human', (_, turn) => hotline(turn).then(() => undefined)],
  ['main.menu', open(FORM.browse)],
  ['dossier.rate', open(FORM.survey, withDossier)],
  ['dossier.askWhy', askWhy],
  ['feedback.addWords', addWords],
  ['feedback.another', open(FORM.feedback)],
  ['feedback.sendAsFeedback', open(FORM.feedback, () => ({ legal: 'feedback' }))],
  ['procedure.askAll', about(null)],
  ['procedure.notThis', otherThanThis],
  ['ask.documents', about('documents')],
  ['ask.time', about('time')],
  ['ask.fee', about('fee')],
  ['ask.where', about('where')],
  ['ask.form', about('form')],
  ['due.ask', ifFiledNow],
  ['place.ask', open(FORM.place)],
  ['place.another', open(FORM.place)],
  ['prepare.ask', prepare],
];
