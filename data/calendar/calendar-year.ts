import { z } from 'zod';
import { Day, weekdayOf } from './day.js';

/** Three kinds, never derived from one another: swaps are decided year by year. */
export const DayKind = z.enum(['holiday', 'swappedOff', 'workedSaturday']);
export type DayKind = z.infer<typeof DayKind>;

const SpecialDay = z
  .strictObject({
    date: Day,
    kind: DayKind,
    name: z.string().min(1),
    source: z.string().min(1),
    /** False: proposed, computed, or from a weak source. */
    official: z.boolean(),
  })
  .refine(({ date, kind }) => kind !== 'workedSaturday' || weekdayOf(date) === SATURDAY, {
    error: 'workedSaturday phải là một thứ Bảy',
    path: ['date'],
  });

const SATURDAY = 6;

/** One year as announced. A file a year; staff add the next one when it is published. */
export const CalendarYear = z
  .strictObject({
    year: z.int(),
    /** False: the Government's plan for the year is not entered, so days off may be missing. */
    complete: z.boolean(),
    days: z.array(SpecialDay),
    /** Days of which nobody has said yet whether they are worked. */
    unconfirmed: z
      .array(z.strictObject({ date: Day, why: z.string().min(1), source: z.string().min(1) }))
      .default([]),
  })
  .superRefine(({ year, days, unconfirmed }, context) => {
    const dates = [...days, ...unconfirmed].map(({ date }) => date);
    for (const date of dates.filter((one) => !one.startsWith(`${String(year)}-`)))
      context.addIssue(`${date} không thuộc năm ${String(year)}`);
    for (const date of dates.filter((one, index) => dates.indexOf(one) !== index))
      context.addIssue(`${date} được ghi hai lần`);
  });
export type CalendarYear = z.output<typeof CalendarYear>;
