import type { Day } from '../../calendar/day.js';
import type { Catalogue } from '../catalogue.js';
import type { Procedure } from '../procedure.js';
import { correctionOn } from './office-edition.js';
import type { OfficeEdition } from './office-edition.js';
import type { ProcedureCorrection } from './procedure-correction.js';

/** What was said of a procedure on a day, or why that cannot be told. */
export type RecordOn =
  | { known: true; procedure: Procedure; correction: ProcedureCorrection | null }
  /** The shipped record was verified later: what it would have said before is anybody's guess. */
  | { known: false; reason: 'beforeVerification'; verifiedOn: Day }
  /** The office added it itself, later. */
  | { known: false; reason: 'notYetAdded'; from: Day }
  | { known: false; reason: 'noSuchCode' };

export const recordOn = (base: Catalogue, edition: OfficeEdition, code: string, day: Day): RecordOn => {
  const correction = correctionOn(code, edition, day);
  if (correction) return { known: true, procedure: correction.record, correction };
  const shipped = base.find(code);
  if (shipped)
    return day < shipped.verifiedOn
      ? { known: false, reason: 'beforeVerification', verifiedOn: shipped.verifiedOn }
      : { known: true, procedure: shipped, correction: null };
  const [from] = edition.corrections
    .filter((later) => later.code === code)
    .map(({ effectiveFrom }) => effectiveFrom)
    .sort();
  return from === undefined
    ? { known: false, reason: 'noSuchCode' }
    : { known: false, reason: 'notYetAdded', from };
};
