import type { OfficeEdition } from './office-edition.js';

/** The office's own test questions: what its aliases in force are there for. */
export const officeQuestions = ({ aliases }: Pick<OfficeEdition, 'aliases'>): string[] =>
  aliases.flatMap(({ alias, code, question }) =>
    code === null ? [] : question === null ? [alias] : [alias, question],
  );
