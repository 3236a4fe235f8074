import type { Day, Instant } from '../../calendar/day.js';
import type { Procedure } from '../procedure.js';
import type { OfficeEdition } from './office-edition.js';
import type { ProcedureCorrection } from './procedure-correction.js';

/** What is the same for all corrections of one import. */
export interface CorrectionTerms {
  effectiveFrom: Day;
  reason: string;
  base: Day;
  by: string;
  recordedAt: Instant;
}

/** The records as the office's next edition. */
export const nextCorrections = (
  records: readonly Procedure[],
  { corrections }: OfficeEdition,
  terms: CorrectionTerms,
): ProcedureCorrection[] => {
  const edition = 1 + Math.max(0, ...corrections.map((correction) => correction.edition));
  return records.map((record) => ({
    code: record.code,
    number: 1 + corrections.filter(({ code }) => code === record.code).length,
    edition,
    record,
    ...terms,
  }));
};
