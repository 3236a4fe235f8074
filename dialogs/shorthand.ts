import { readDossierCode } from '../data/dossiers/dossier-code.js';
import { FEEDBACK_TEXT_LIMIT } from '../data/feedback/feedback.js';
import { giveContact } from '../data/feedback/transitions.js';
import { fold } from '../data/language/fold.js';
import { hasReplied } from '../data/surveys/has-replied.js';
import { recordSurvey } from '../data/surveys/record-survey.js';
import { SURVEY_FACTORS } from '../data/surveys/survey-response.js';
import type { SurveyFactor } from '../data/surveys/survey-response.js';
import type { Act } from './commands.js';
import { feedbackDraft, fileInTurn } from './feedback/file-in-turn.js';
import { legalReferral } from './feedback/legal-referral.js';
import { FORM } from './forms.js';
import type { Turn } from './turn.js';

/** Key words of the hotline: "PA …" files at once, "HS mã" asks a dossier, "DG 5" answers a survey, "1" agrees to a call. */
export const shorthandIn = (turn: Turn): Act | null => {
  if (turn.inbound.channel !== 'sms' && turn.inbound.channel !== 'zalo') return null;
  if (turn.memory.feedback?.awaitsConsent && /^\W*1\W*$/.test(turn.text)) return agreeToCall;
  const [, word = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(turn.text) ?? [];
  const act = SHORTHANDS[fold(word).replace(/\W+$/, '')];
  return act ? (dc, again) => act(again, rest.trim(), dc) : null;
};

type Shorthand = (turn: Turn, rest: string, dc: Parameters<Act>[0]) => ReturnType<Act>;

const file =
  (evenLegal: boolean): Shorthand =>
  async (turn, text, dc) => {
    await dc.cancelAllDialogs();
    const { say, services } = turn;
    const { length } = text;
    if (length === 0) return said(turn, say('sms.emptyFeedback'));
    if (length > FEEDBACK_TEXT_LIMIT)
      return said(turn, say('main.tooLong', { length, limit: FEEDBACK_TEXT_LIMIT }));
    const legal = services.understand(text, { procedureCode: null }).intent === 'legal_complaint';
    if (legal && !evenLegal) return said(turn, `${legalReferral(turn).text}\n${say('sms.sendAnyway')}`);
    await fileInTurn(turn, feedbackDraft(turn, { text }));
    return undefined;
  };

const dossier: Shorthand = async (_, rest, dc) => {
  await dc.cancelAllDialogs();
  const code = readDossierCode(rest);
  return { next: { form: FORM.dossier, answers: code === null ? {} : { code } } };
};

/** One score is kept as one score for the whole; five are the five factors in their order. */
const survey: Shorthand = async (turn, rest) => {
  const { say, services, inbound, locale, memory } = turn;
  const numbers = [...rest.matchAll(/(?<!\d)[1-5](?!\d)/g)].map(([score]) => Number(score));
  const all = numbers.length === SURVEY_FACTORS.length;
  if (!/^[\d\s,;.]+$/.test(rest) || (!all && numbers.length !== 1)) return said(turn, say('sms.howToRate'));
  const scores = Object.fromEntries(
    SURVEY_FACTORS.map((factor, index) => [factor, all ? numbers[index] : null]),
  );
  const record = recordSurvey(
    {
      channel: inbound.channel,
      locale,
      phase: 'result',
      dossierCode: memory.dossierCode,
      procedureCode: null,
      scores: scores as Record<SurveyFactor, number | null>,
      overall: all ? null : (numbers[0] ?? null),
      comment: null,
    },
    services,
  );
  if (await hasReplied(services.store, record.id)) return said(turn, say('survey.already'));
  turn.stage({ kind: 'survey', record });
  return said(turn, say('survey.thanks'));
};

const agreeToCall: Act = async (_, turn) => {
  const { say, services, inbound, memory } = turn;
  const feedback = memory.feedback && (await services.store.feedback.find(memory.feedback.code));
  memory.feedback = null;
  if (!feedback) return said(turn, say('followUp.changed'));
  turn.stage({
    kind: 'feedback',
    record: giveContact(feedback, { name: null, reach: inbound.from }, services.clock.now()),
  });
  return said(turn, say('sms.consentKept', { code: feedback.code }));
};

const said = async (turn: Turn, text: string): Promise<undefined> => {
  await turn.reply({ text });
};

const SHORTHANDS: Readonly<Record<string, Shorthand>> = {
  pa: file(false),
  pakn: file(true),
  hs: dossier,
  dg: survey,
};
