import type { Procedure } from '../procedure.js';

/** `error`: must be put right before citizens read it. `warning`: look at it soon. `information`: known and kept so. */
export type Severity = 'error' | 'warning' | 'information';

/** One thing found in the dataset, in words for the clerk who keeps it. */
export interface Finding {
  severity: Severity;
  /** Stable name of the rule. */
  rule: string;
  file: string;
  /** The procedure's code, or null where the file does not even tell it. */
  code: string | null;
  /** The place in the record: `documents[2].name`. */
  field: string;
  what: string;
  why: string;
  fix: string;
}

/** A record that fits the schema, with the file it came from. */
export interface CheckedRecord {
  file: string;
  procedure: Procedure;
}

export const findingIn = (
  { file, procedure }: CheckedRecord,
  finding: Omit<Finding, 'file' | 'code'>,
): Finding => ({ file, code: procedure.code, ...finding });
