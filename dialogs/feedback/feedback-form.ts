import { readDossierCode } from '../../data/dossiers/dossier-code.js';
import { FEEDBACK_TEXT_LIMIT, FeedbackKind } from '../../data/feedback/feedback.js';
import { hasPersonalNumbers } from '../../data/language/personal-numbers.js';
import { yesNo } from '../choice.js';
import type { Answers, Form, FormStep } from '../form-dialog.js';
import { FORM } from '../forms.js';
import { homeSuggestions } from '../home.js';
import { choiceStep, textStep } from '../steps.js';
import type { Turn } from '../turn.js';
import { feedbackDraft, fileInTurn } from './file-in-turn.js';
import { legalReferral } from './legal-referral.js';

const CONTACT_LIMIT = 200;

/** What it is about, in the citizen's words, with a dossier and a contact if he wishes; read back before it is filed. */
export const feedbackForm: Form = {
  id: FORM.feedback,
  version: 1,
  next(answers, turn) {
    if (answers['confirm'] !== undefined) return null;
    if (answers['kind'] === undefined) return kindStep;
    if (answers['text'] === undefined) return storyStep;
    if (soundsLegal(turn, answers)) return legalStep;
    if (answers['legal'] === 'refer') return null;
    if (answers['dossierCode'] === undefined) return dossierStep;
    if (answers['wantsContact'] === undefined) return wantsContactStep;
    if (answers['wantsContact'] === 'yes' && answers['contact'] === undefined) return contactStep;
    return confirmStep;
  },
  async finish(turn, answers) {
    if (answers['legal'] === 'refer') await turn.reply(legalReferral(turn));
    else if (answers['confirm'] === 'send') await fileInTurn(turn, feedbackDraft(turn, answers));
    else await turn.reply({ text: turn.say('feedback.notSent'), suggestions: homeSuggestions(turn.say) });
    return answers['confirm'] === 'rewrite'
      ? { form: FORM.feedback, answers: { kind: answers['kind'] ?? 'other' } }
      : null;
  },
};

const kindStep = choiceStep({
  id: 'kind',
  ask: (turn) => turn.say('feedback.askKind'),
  // `unclassified` comes last: who is not sure leaves it to the office, as every SMS does.
  options: (turn) =>
    FeedbackKind.options.map((kind) => ({
      value: kind,
      title: turn.say(kind === 'unclassified' ? 'feedback.letOfficeSort' : `feedbackKind.${kind}`),
    })),
});

const storyStep = textStep({
  id: 'text',
  ask: (turn) => turn.say('feedback.askText'),
  limit: FEEDBACK_TEXT_LIMIT,
});

/** Khiếu nại and tố cáo have their own procedure and protection: a person must judge, so the citizen decides. */
const legalStep: FormStep = choiceStep({
  id: 'legal',
  ask: (turn) => legalReferral(turn).text,
  options: (turn) => [
    { value: 'refer', title: turn.say('feedback.goToReception') },
    { value: 'feedback', title: turn.say('feedback.sendAsFeedback') },
  ],
});

const soundsLegal = (turn: Turn, answers: Answers): boolean =>
  answers['legal'] === undefined &&
  turn.services.understand(answers['text'] ?? '', { procedureCode: null }).intent === 'legal_complaint';

const dossierStep = textStep({
  id: 'dossierCode',
  ask: (turn) => turn.say('feedback.askDossier'),
  limit: CONTACT_LIMIT,
  skip: (turn) => ({
    value: 'skip',
    title: turn.say('feedback.noDossier'),
    also: yesNo(turn.say)[1]?.also ?? [],
  }),
  check: (turn, text) => {
    const code = readDossierCode(text);
    return code === null ? { problem: turn.say('dossier.badCode') } : { value: code };
  },
});

const wantsContactStep = choiceStep({
  id: 'wantsContact',
  ask: (turn) => turn.say('feedback.askContact', { office: turn.services.office.name }),
  options: (turn) => {
    const [yes, no] = yesNo(turn.say);
    return [
      { ...yes, value: 'yes', title: turn.say('feedback.contactYes') },
      { ...no, value: 'no', title: turn.say('feedback.contactNo') },
    ];
  },
});

const contactStep = textStep({
  id: 'contact',
  ask: (turn) => turn.say('feedback.askReach'),
  limit: CONTACT_LIMIT,
  check: (turn, text) =>
    /\d{8,}|@/.test(text.replace(/[\s.-]/g, ''))
      ? { value: text }
      : { problem: turn.say('feedback.badReach') },
});

const confirmStep = choiceStep({
  id: 'confirm',
  ask: (turn, answers) => readBack(turn, answers),
  options: (turn) => [
    { value: 'send', title: turn.say('feedback.send'), also: yesNo(turn.say)[0]?.also ?? [] },
    { value: 'rewrite', title: turn.say('feedback.rewrite') },
    { value: 'drop', title: turn.say('feedback.drop'), also: yesNo(turn.say)[1]?.also ?? [] },
  ],
});

const readBack = ({ say }: Turn, answers: Answers): string =>
  [
    say('feedback.readBack'),
    `${say('feedback.kind')}: ${say(`feedbackKind.${FeedbackKind.parse(answers['kind'])}`)}`,
    `${say('feedback.text')}: ${answers['text'] ?? ''}`,
    ...(answers['dossierCode'] ? [`${say('feedback.dossier')}: ${answers['dossierCode']}`] : []),
    `${say('feedback.contact')}: ${answers['contact'] ?? say('feedback.anonymous')}`,
    ...(hasPersonalNumbers(answers['text'] ?? '') ? [say('feedback.personalNumbers')] : []),
    say('feedback.askSend'),
  ].join('\n');
