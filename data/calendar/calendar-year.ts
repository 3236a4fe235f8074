import { z } from 'zod';
import { Day } from './day.js';

/** Three kinds, never derived from one another: swaps are decided year by year. */
export const DayKind = z.enum(['holiday', 'swappedOff', 'workedSaturday']);
export type DayKind = z.infer<typeof DayKind>;

const SpecialDay = z.strictObject({
  date: Day,
  kind: DayKind,
  name: z.string().min(1),
  source: z.string().min(1),
  /** False: proposed, computed, or from a weak source. */
  official: z.boolean(),
});

/** One year as announced. A file a year; staff add the next one when it is published. */
export const CalendarYear = z.strictObject({
  year: z.int(),
  /** False: the Government's plan for the year is not entered, so days off may be missing. */
  complete: z.boolean(),
  days: z.array(SpecialDay),
  /** Days of which nobody has said yet whether they are worked. */
  unconfirmed: z
    .array(z.strictObject({ date: Day, why: z.string().min(1), source: z.string().min(1) }))
    .default([]),
});
export type CalendarYear = z.output<typeof CalendarYear>;
