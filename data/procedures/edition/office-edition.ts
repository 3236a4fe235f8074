import type { Day } from '../../calendar/day.js';
import type { OfficeAlias } from './office-alias.js';
import type { ProcedureCorrection } from './procedure-correction.js';

/** All that the office has laid over the shipped dataset, earlier versions included, in no particular order. */
export interface OfficeEdition {
  corrections: readonly ProcedureCorrection[];
  aliases: readonly OfficeAlias[];
}

export const EMPTY_EDITION: OfficeEdition = { corrections: [], aliases: [] };

/** A procedure's corrections in the order they take effect; of one day the later made comes later. */
export const correctionsOf = (code: string, { corrections }: OfficeEdition): ProcedureCorrection[] =>
  corrections
    .filter((correction) => correction.code === code)
    .sort((one, other) => compare(one.effectiveFrom, other.effectiveFrom) || one.number - other.number);

/** The correction in force on a day, or null while the shipped record is. */
export const correctionOn = (code: string, edition: OfficeEdition, day: Day): ProcedureCorrection | null =>
  correctionsOf(code, edition)
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .at(-1) ?? null;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
