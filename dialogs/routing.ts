import type { DialogContext, Suggestion } from '../bot/framework/sdk.js';
import { inLocale } from '../data/language/locale.js';
import type { Candidate, Intent, Understanding } from '../data/understanding/understanding.js';
import { legalReferral } from './feedback/legal-referral.js';
import type { Answers, FormResult } from './form-dialog.js';
import { FORM } from './forms.js';
import { greet, help, hotline, hotlineText } from './greeting.js';
import { homeSuggestions } from './home.js';
import { asksForPlace } from './place/asks-for-place.js';
import { againAnswers, dueAnswers, procedureAnswers } from './procedure/procedure-form.js';
import { readDueQuestion } from './procedure/due-question.js';
import { keepQuestion, noteAskedAgain } from './procedure/unanswered.js';
import type { Turn } from './turn.js';

/** A complaint of this many words tells its story already and need not be typed again. */
const STORY_WORDS = 6;

/** Something new from the citizen: recognised, then led to its form or answered. */
export const routeMessage = async (
  dc: DialogContext,
  turn: Turn,
  known?: Understanding,
): Promise<FormResult> => {
  if (turn.text === '') {
    await turn.reply({ text: turn.say('main.empty'), suggestions: homeSuggestions(turn.say) });
    return undefined;
  }
  const asked = (known ? null : dueQuestion(turn)) ?? placeQuestion(turn);
  if (asked) return asked;
  const context = { procedureCode: turn.memory.procedure?.code ?? null };
  const understood = known ?? turn.services.understand(turn.text, context);
  followLanguage(turn, understood);
  if (understood.trackingCode) return begin(FORM.followUp, { code: understood.trackingCode });
  return routes[understood.intent](dc, turn, understood);
};

/** Of the procedure named in the question, else of the one just answered; null when neither is there. */
const dueQuestion = (turn: Turn): FormResult | null => {
  const filing = readDueQuestion(turn.text, turn.services.clock.now());
  if (filing === null) return null;
  const { filed, rest } = filing;
  const known = turn.memory.procedure;
  const { outcome, candidates } = turn.services.understand(rest, { procedureCode: known?.code ?? null });
  const codes = candidates.map(({ code }) => code);
  if (outcome === 'none' || (outcome === 'answer' && codes[0] === known?.code))
    return known ? begin(FORM.procedure, dueAnswers(againAnswers(known, null), filed)) : null;
  return begin(
    FORM.procedure,
    dueAnswers(procedureAnswers(outcome === 'answer' ? codes.slice(0, 1) : codes, null, turn.text), filed),
  );
};

const placeQuestion = (turn: Turn): FormResult | null =>
  asksForPlace(turn) ? begin(FORM.place, { place: turn.text }) : null;

type Route = (dc: DialogContext, turn: Turn, understood: Understanding) => Promise<FormResult> | FormResult;

/** Who writes plain English without having chosen a language is answered in English from then on. */
const followLanguage = (turn: Turn, { language, intent }: Understanding): void => {
  if (turn.memory.locale !== null || language !== 'en' || intent === 'unknown') return;
  turn.memory.locale = 'en';
  turn.locale = 'en';
};

const begin = (form: string, answers: Answers): FormResult => ({ next: { form, answers } });

const answered =
  (answer: (turn: Turn) => Promise<void>): Route =>
  async (_, turn) => {
    await answer(turn);
    return undefined;
  };

const procedure: Route = async (_, turn, understood) => {
  noteAskedAgain(turn);
  const codes = understood.candidates.map(({ code }) => code);
  if (understood.outcome !== 'none') return begin(FORM.procedure, codesWithMemory(turn, codes, understood));
  await notFound(turn, understood);
  return undefined;
};

/** A follow-up about the procedure just answered keeps what the citizen said of his case. */
const codesWithMemory = (
  turn: Turn,
  codes: readonly string[],
  { outcome, aspect }: Understanding,
): Answers => {
  const known = turn.memory.procedure;
  if (outcome === 'answer' && known && known.code === codes[0]) return againAnswers(known, aspect);
  // "How do I …" asks for everything.
  const [candidates, others] = outcome === 'answer' ? [codes.slice(0, 1), codes.slice(1)] : [codes, []];
  const asked = standsAlone(turn) ? turn.text : null;
  return procedureAnswers(candidates, aspect === 'how' ? null : aspect, asked, others);
};

/** "còn gia hạn thì sao?" teaches nothing without the talk around it. */
const standsAlone = ({ memory, services, text }: Turn): boolean =>
  memory.procedure === null || services.understand(text, { procedureCode: null }).outcome !== 'none';

const notFound = async (turn: Turn, { referral, near }: Understanding): Promise<void> => {
  const { say, locale } = turn;
  if (referral) {
    await turn.reply({
      text: say('main.referral', { where: inLocale(referral.text, locale) }),
      suggestions: homeSuggestions(say),
    });
    return;
  }
  keepQuestion(turn, { why: 'notFound', typed: turn.text, nearest: near.map(({ code }) => code) });
  const closest = nearest(turn, near);
  const text = closest.length > 0 ? say('main.notFoundNear') : say('main.notFound');
  await turn.reply({
    text: `${text}\n${hotlineText(turn)}`,
    suggestions: [...closest, ...homeSuggestions(say)],
  });
};

const nearest = (turn: Turn, near: readonly Candidate[]): Suggestion[] =>
  near.flatMap(({ code }) => {
    const found = turn.services.catalogue.find(code);
    return found ? [{ title: inLocale(found.title, turn.locale), value: code }] : [];
  });

const feedback: Route = (_, turn) =>
  begin(FORM.feedback, turn.text.split(/\s+/).length >= STORY_WORDS ? { text: turn.text } : {});

const routes: Record<Intent, Route> = {
  procedure,
  unknown: procedure,
  dossier: (_, __, { dossierCode }) => begin(FORM.dossier, dossierCode === null ? {} : { code: dossierCode }),
  feedback,
  legal_complaint: async (_, turn) => {
    await turn.reply(legalReferral(turn));
    return undefined;
  },
  survey: (_, turn, { dossierCode }) => begin(FORM.survey, surveyed(dossierCode ?? turn.memory.dossierCode)),
  human: answered(hotline),
  greeting: answered(greet),
  help: answered(help),
  thanks: answered((turn) =>
    turn.reply({ text: turn.say('main.thanks'), suggestions: homeSuggestions(turn.say) }),
  ),
  cancel: answered((turn) =>
    turn.reply({ text: turn.say('main.nothingToCancel'), suggestions: homeSuggestions(turn.say) }),
  ),
  language: async (_, turn) => {
    turn.locale = turn.locale === 'vi' ? 'en' : 'vi';
    turn.memory.locale = turn.locale;
    await turn.reply({ text: turn.say('main.language'), suggestions: homeSuggestions(turn.say) });
    return undefined;
  },
};

const surveyed = (dossierCode: string | null): Answers => (dossierCode === null ? {} : { dossierCode });
