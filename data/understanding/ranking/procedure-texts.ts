import type { Procedure } from '../../procedures/procedure.js';

export interface ProcedureText {
  text: string;
  /** How much a match here says. */
  weight: number;
  /** One of the ways people put it: compared as a whole, too. */
  asPhrase: boolean;
  /** Names the procedure: its concepts and actions are the procedure's own. */
  naming: boolean;
}

/** What a record says about itself, weighted by how close it is to the way people ask. */
export const procedureTexts = (procedure: Procedure, everyday: readonly string[]): ProcedureText[] => [
  { text: procedure.title.vi, weight: 1, asPhrase: true, naming: true },
  { text: procedure.name, weight: 0.9, asPhrase: true, naming: true },
  ...[...procedure.aliases, ...procedure.abbreviations, ...everyday].map((text) => phrase(text, 1)),
  ...procedure.situations.map((text) => phrase(text, 0.8)),
  { text: procedure.summary.vi, weight: 0.4, asPhrase: false, naming: false },
  { text: procedure.result?.vi ?? '', weight: 0.2, asPhrase: false, naming: false },
];

const phrase = (text: string, weight: number): ProcedureText => ({
  text,
  weight,
  asPhrase: true,
  naming: false,
});
