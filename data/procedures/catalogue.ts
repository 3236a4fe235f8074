import { z } from 'zod';
import { Day } from '../calendar/day.js';
import type { LocalText } from '../language/locale.js';
import type { FieldId, Procedure } from './procedure.js';

/** An event in life that leads to several procedures: "bố là thương binh vừa mất". */
export interface LifeEvent {
  id: string;
  title: LocalText;
  /** How people say it. */
  phrases: string[];
  procedures: string[];
}

/** Which dataset an answer comes from: the shipped one, and what the office has laid over it. */
export const EditionName = z.strictObject({
  base: Day,
  /** The office's latest edition in force and the day it was recorded; null: nothing is laid over the base. */
  office: z.strictObject({ number: z.int().positive(), day: Day }).nullable(),
});
export type EditionName = z.output<typeof EditionName>;

/** The office's procedures. */
export interface Catalogue {
  /** Named in every answer. */
  edition: EditionName;
  all: readonly Procedure[];
  find(code: string): Procedure | null;
  byField(field: FieldId): readonly Procedure[];
  lifeEvents: readonly LifeEvent[];
}

export const createCatalogue = (
  edition: EditionName,
  procedures: readonly Procedure[],
  lifeEvents: readonly LifeEvent[],
): Catalogue => {
  const byCode = new Map(procedures.map((procedure) => [procedure.code, procedure]));
  return {
    edition,
    all: procedures,
    find: (code) => byCode.get(code) ?? null,
    byField: (field) => procedures.filter((procedure) => procedure.field === field),
    lifeEvents,
  };
};
