import { readDossierCode } from '../../data/dossiers/dossier-code.js';
import { SURVEY_COMMENT_LIMIT, SURVEY_FACTORS } from '../../data/surveys/survey-response.js';
import type { SurveyFactor } from '../../data/surveys/survey-response.js';
import { hasReplied } from '../../data/surveys/has-replied.js';
import { recordSurvey } from '../../data/surveys/record-survey.js';
import { yesNo } from '../choice.js';
import type { Answers, Form, Next } from '../form-dialog.js';
import { FORM } from '../forms.js';
import { homeSuggestions } from '../home.js';
import { choiceStep, textStep } from '../steps.js';
import type { Turn } from '../turn.js';

const SCORES = ['1', '2', '3', '4', '5'] as const;
const LOW = 2;
const SKIPPED = 'skipped';
const CODE_LIMIT = 200;

/** The five factors, a comment, the dossier it was about; one reply counts for a dossier and phase. */
export const surveyForm: Form = {
  id: FORM.survey,
  version: 1,
  next: (answers) => {
    if (answers['complain'] !== undefined || answers['repeated'] !== undefined) return null;
    const factor = SURVEY_FACTORS.find((one) => answers[one] === undefined);
    if (factor !== undefined) return factorSteps[factor];
    if (answers['comment'] === undefined) return commentStep;
    if (answers['dossierCode'] === undefined) return dossierStep;
    return lowScore(answers) ? complainStep : null;
  },
  async finish(turn, answers) {
    await turn.reply({ text: await record(turn, answers), suggestions: homeSuggestions(turn.say) });
    return answers['complain'] === 'yes' ? complaint(answers) : null;
  },
};

const factorStep = (factor: SurveyFactor) =>
  choiceStep({
    id: factor,
    ask: (turn) => {
      const number = SURVEY_FACTORS.indexOf(factor) + 1;
      const asked = turn.say('survey.factor', {
        number,
        total: SURVEY_FACTORS.length,
        question: turn.say(`surveyFactor.${factor}`),
      });
      return number === 1 ? `${turn.say('survey.intro')}\n${asked}` : asked;
    },
    options: (turn) => [
      ...SCORES.map((score) => ({
        value: score,
        title: turn.say(`score.${score}`),
        also: [`${score} diem`, `${score} sao`, turn.say(`score.${score}`).replace(/^\d \S? ?/, '')],
      })),
      { value: SKIPPED, title: turn.say('survey.skip'), also: ['bo qua', 'skip'] },
    ],
  });

const factorSteps = {
  access: factorStep('access'),
  procedure: factorStep('procedure'),
  staff: factorStep('staff'),
  result: factorStep('result'),
  feedbackHandling: factorStep('feedbackHandling'),
} satisfies Record<SurveyFactor, unknown>;

const commentStep = textStep({
  id: 'comment',
  ask: (turn) => turn.say('survey.askComment'),
  limit: SURVEY_COMMENT_LIMIT,
  skip: (turn) => ({
    value: SKIPPED,
    title: turn.say('survey.skip'),
    also: ['bo qua', 'skip', ...(yesNo(turn.say)[1]?.also ?? [])],
  }),
});

const dossierStep = textStep({
  id: 'dossierCode',
  ask: (turn) => turn.say('survey.askDossier'),
  limit: CODE_LIMIT,
  skip: (turn) => ({
    value: SKIPPED,
    title: turn.say('survey.noDossier'),
    also: ['bo qua', 'skip', ...(yesNo(turn.say)[1]?.also ?? [])],
  }),
  check: (turn, text) => {
    const code = readDossierCode(text);
    return code === null ? { problem: turn.say('dossier.badCode') } : { value: code };
  },
});

const complainStep = choiceStep({
  id: 'complain',
  ask: (turn) => turn.say('survey.askComplain'),
  options: (turn) => yesNo(turn.say),
});

const scoreOf = (answers: Answers, factor: SurveyFactor): number | null => {
  const score = Number(answers[factor]);
  return Number.isInteger(score) && score > 0 ? score : null;
};

const lowScore = (answers: Answers): boolean =>
  SURVEY_FACTORS.some((factor) => (scoreOf(answers, factor) ?? LOW + 1) <= LOW);

const record = async (turn: Turn, answers: Answers): Promise<string> => {
  const { say, services, inbound, locale } = turn;
  const scores = Object.fromEntries(SURVEY_FACTORS.map((factor) => [factor, scoreOf(answers, factor)]));
  const survey = recordSurvey(
    {
      channel: inbound.channel,
      locale,
      phase: 'result',
      dossierCode: answers['dossierCode'] ?? null,
      procedureCode: answers['procedureCode'] ?? null,
      scores: { access: null, procedure: null, staff: null, result: null, feedbackHandling: null, ...scores },
      comment: answers['comment'] ?? null,
    },
    services,
  );
  if (await hasReplied(services.store, survey.id)) return say('survey.already');
  turn.stage({ kind: 'survey', record: survey });
  return say('survey.thanks');
};

/** The feedback form with what the survey already told it. */
const complaint = (answers: Answers): Next => ({
  form: FORM.feedback,
  answers: {
    dossierCode: answers['dossierCode'] ?? null,
    procedureCode: answers['procedureCode'] ?? null,
    ...(answers['comment'] && { text: answers['comment'] }),
  },
});
