import type { Day } from '../../calendar/day.js';
import { addDays } from '../../calendar/day.js';
import { procedureCase } from '../../procedures/procedure-case.js';
import type { CaseAnswers, RequiredDocument } from '../../procedures/procedure-case.js';
import type { Procedure } from '../../procedures/procedure.js';
import { documentChoices } from '../procedure-documents.js';

/** Which papers of his case an applicant has at home. Of him it says nothing else. */
export interface Preparation {
  procedure: Procedure;
  answers: CaseAnswers;
  /** Positions in `needsOf`. */
  have: readonly number[];
  /** The day it was made. */
  day: Day;
}

/** Laws change: a list this old is looked up anew. */
export const DAYS_OF_USE = 30;

/** The last day on which its link opens. */
export const lastDayOf = ({ day }: Pick<Preparation, 'day'>): Day => addDays(day, DAYS_OF_USE);

/** What to hand in, each with the papers of which one is enough. */
export const needsOf = (procedure: Procedure, answers: CaseAnswers): RequiredDocument[][] =>
  documentChoices(procedureCase(procedure, answers).documents);

/** The needs that are met and those that are not, in their order. */
export const sortedNeeds = ({ procedure, answers, have }: Preparation) => {
  const needs = needsOf(procedure, answers);
  return {
    missing: needs.filter((_, position) => !have.includes(position)),
    met: needs.filter((_, position) => have.includes(position)),
  };
};
