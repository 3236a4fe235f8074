import { matches } from './procedure-case.js';
import type { CaseAnswers, CaseQuestion } from './procedure-case.js';

/** The case answers among fields of any origin: only known answers to questions that are asked after the ones before. */
export const readCaseAnswers = (
  questions: readonly CaseQuestion[],
  fields: Readonly<Record<string, string>>,
): CaseAnswers => {
  const read: Record<string, string> = {};
  for (const { id, answers, when } of questions) {
    const given = Object.hasOwn(fields, id) ? fields[id] : undefined;
    if (given !== undefined && matches(when, read) && answers.some((answer) => answer.id === given))
      read[id] = given;
  }
  return read;
};
