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

/** The office's procedures, read once and never changed while serving. */
export interface Catalogue {
  /** Named in every answer: `2026-11-22`. */
  edition: string;
  all: readonly Procedure[];
  find(code: string): Procedure | null;
  byField(field: FieldId): readonly Procedure[];
  lifeEvents: readonly LifeEvent[];
}

export const createCatalogue = (
  edition: string,
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
