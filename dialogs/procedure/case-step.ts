import { inLocale } from '../../data/language/locale.js';
import { nextCaseQuestion } from '../../data/procedures/procedure-case.js';
import type { CaseAnswers } from '../../data/procedures/procedure-case.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import type { Answers, FormStep } from '../form-dialog.js';
import { choiceStep } from '../steps.js';
import type { Turn } from '../turn.js';
import { procedureIntro } from './procedure-replies.js';

const CASE_PREFIX = 'case-';
/** The applicant does not know: his papers are then listed for every answer, each saying for whom. */
const UNSURE = 'unsure';

/** The next question that tells this applicant's case apart; null when it is settled. */
export const caseStep = (procedure: Procedure, answers: Answers): FormStep | null => {
  const question = nextCaseQuestion(procedure, caseAnswers(answers));
  if (!question) return null;
  return choiceStep({
    id: CASE_PREFIX + question.id,
    ask: (turn) => `${intro(turn, procedure, answers)}${inLocale(question.ask, turn.locale)}`,
    options: (turn) => [
      ...question.answers.map(({ id, label }) => ({ value: id, title: inLocale(label, turn.locale) })),
      { value: UNSURE, title: turn.say('procedure.unsure') },
    ],
  });
};

/** Before the first question the citizen sees which procedure was understood, how long it takes and what stands in the way. */
const intro = (turn: Turn, procedure: Procedure, answers: Answers): string =>
  Object.keys(caseAnswers(answers)).length > 0 ? '' : `${procedureIntro(turn, procedure)}\n`;

const caseAnswers = (answers: Answers): CaseAnswers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      name.startsWith(CASE_PREFIX) && value !== null ? [[name.slice(CASE_PREFIX.length), value]] : [],
    ),
  );

/** What the applicant said of his case. */
export const settledAnswers = (answers: Answers): Record<string, string> =>
  Object.fromEntries(Object.entries(caseAnswers(answers)).filter(([, value]) => value !== UNSURE));

/** The same as a form's answers. */
export const caseFields = (answers: CaseAnswers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([id, value]) => [CASE_PREFIX + id, value]));
