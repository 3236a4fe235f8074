import { z } from 'zod';
import { Day, Instant } from '../../calendar/day.js';
import { Procedure } from '../procedure.js';

/** What the office says a procedure is, from a day on. Never changed: putting it right is the next correction. */
export const ProcedureCorrection = z
  .strictObject({
    code: z.string(),
    /** Counts the corrections of this procedure from 1; two people cannot both make the third. */
    number: z.int().positive(),
    /** The office's edition that brought it; all corrections of one import share it. */
    edition: z.int().positive(),
    /** First day on which it is what the office answers. */
    effectiveFrom: Day,
    /** The whole record, so that what was said on a day does not depend on what the base became since. */
    record: Procedure,
    recordedAt: Instant,
    /** `cli:<os user>`, or a member of staff. */
    by: z.string().min(1),
    reason: z.string().trim().min(1),
    /** The shipped edition it was laid over. */
    base: Day,
  })
  .refine(({ code, record }) => code === record.code, { path: ['code'], message: 'not the record’s code' });
export type ProcedureCorrection = z.output<typeof ProcedureCorrection>;
