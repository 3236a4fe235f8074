import { dueDate } from '../calendar/due-date.js';
import type { DueDate } from '../calendar/due-date.js';
import type { DueDateRules } from '../calendar/due-date-rules.js';
import type { OfficeProfile } from '../office/office-profile.js';
import { couldApply } from './procedure-case.js';
import type { CaseAnswers } from './procedure-case.js';
import type { Procedure } from './procedure.js';
import type { Duration, LegalLimit } from './processing-time.js';

export interface PromisedDate {
  limit: Duration;
  due: DueDate;
  /** The law's limit with what it is for, or the decision by which the office has shortened it. */
  by: { law: LegalLimit } | { decision: string };
}

/** What filing at a moment promises. `dates`: the one that counts first, the office's own before the law's. */
export type PromisedDates =
  | { known: true; dates: readonly [PromisedDate, ...PromisedDate[]] }
  | { known: false; reason: 'notSetByLaw' | 'notForCase' | 'unknown' };

export interface Promises {
  office: OfficeProfile;
  dueDates: DueDateRules;
}

/** One date for each limit that may apply to this applicant: the office's own, the law's, those of other outcomes and channels. */
export const promisedDates = (
  procedure: Procedure,
  answers: CaseAnswers,
  filedAt: Date,
  { office, dueDates }: Promises,
): PromisedDates => {
  const { code, processingTime } = procedure;
  const promised = ({ value, unit }: Duration, by: PromisedDate['by']): PromisedDate => {
    const limit = { value, unit };
    return { limit, due: dueDate(filedAt, limit, dueDates), by };
  };
  const own = office.local.flatMap(({ procedure: local, time, decision }) =>
    local === code && time !== null ? [promised(time, { decision })] : [],
  );
  const legal = processingTime.legal
    .filter(({ when }) => couldApply(procedure, when, answers))
    .map((law) => promised(law, { law }));
  const [first, ...others] = [...own, ...legal];
  if (first === undefined) return { known: false, reason: whyNoLimit(procedure) };
  return { known: true, dates: [first, ...others] };
};

/** Why no limit applies: none exists, none for this applicant's case, or none is known. */
export const whyNoLimit = ({ processingTime }: Procedure): 'notSetByLaw' | 'notForCase' | 'unknown' => {
  if (processingTime.legal.length > 0) return 'notForCase';
  return processingTime.notSetByLaw ? 'notSetByLaw' : 'unknown';
};
