import type { TextKey } from '../../texts/texts.js';

/** Why there is no due date, as a sentence. */
export const NO_DUE_DATE = {
  notSetByLaw: 'due.noLimit',
  notForCase: 'due.notForCase',
  unknown: 'due.unknown',
} as const satisfies Record<string, TextKey>;
