import { z } from 'zod';
import { FieldId, Level, Procedure, ProcedureCode } from '../../../../data/procedures/procedure.js';
import { Day } from '../../../../data/calendar/day.js';
import { LocalText } from '../../../../data/language/locale.js';

/** The shipped dataset's day, and the office's own corrections laid over it. */
const Edition = z.strictObject({
  base: Day,
  office: z.strictObject({ number: z.int(), day: Day }).nullable(),
});

/** One line of a list. */
export const ProcedureEntry = z.strictObject({
  code: ProcedureCode,
  name: z.string(),
  title: LocalText,
  summary: LocalText,
  field: FieldId,
  levels: z.array(Level),
  detail: z.enum(['full', 'nameOnly']),
  verifiedOn: Day,
  /** Where the record is, below this server's address. */
  record: z.string(),
  page: z.string(),
});
export type ProcedureEntry = z.output<typeof ProcedureEntry>;

export const ProcedureList = z.strictObject({
  edition: Edition,
  /** How a search ended; null without `q`. */
  outcome: z.enum(['answer', 'choices', 'none']).nullable(),
  /** Where the question belongs when another authority handles it. */
  referral: LocalText.nullable(),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  procedures: z.array(ProcedureEntry),
  /** What is nearest when nothing was found. */
  near: z.array(ProcedureEntry),
});
export type ProcedureList = z.output<typeof ProcedureList>;

export const ProcedureRecord = z.strictObject({ edition: Edition, page: z.string(), procedure: Procedure });
export type ProcedureRecord = z.output<typeof ProcedureRecord>;

export const Problem = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) });
export type Problem = z.output<typeof Problem>;

export const DossierPushed = z.strictObject({
  code: z.string(),
  /** `older`: something newer was known, and nothing was changed. */
  outcome: z.enum(['new', 'changed', 'unchanged', 'older']),
  version: z.int(),
});

export const ListQuery = z.object({
  field: FieldId.optional(),
  q: z.string().trim().min(1).max(200).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
