import { z } from 'zod';
import { Instant } from '../../calendar/day.js';
import { ProcedureCode } from '../procedure.js';

/** What people of this place call a procedure, added by the office. */
export const OfficeAlias = z.strictObject({
  alias: z.string().trim().min(1),
  /** null: taken back. */
  code: ProcedureCode.nullable(),
  /** A citizen's question it was added for: later changes are tried on it. null: the alias itself is the question. */
  question: z.string().trim().min(1).nullable().default(null),
  /** Of this alias: pointing it elsewhere or taking it back is its next version. */
  version: z.int().positive(),
  at: Instant,
  by: z.string().min(1),
});
export type OfficeAlias = z.output<typeof OfficeAlias>;
