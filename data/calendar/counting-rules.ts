import { z } from 'zod';

/** How a limit is counted. Staff confirm each: the sources are second-hand (docs/operations/entering-a-years-holidays.md). */
export const CountingRules = z.strictObject({
  /** Hours of a limit that make one working day, however long the counter is open (provinces' software counts so). */
  hoursAWorkingDay: z.number().min(1).max(24).default(8),
  /** Bộ luật Dân sự 2015, Điều 147: the first day is not counted. */
  countsFilingDay: z.boolean().default(false),
  /** Điều 148: a term in calendar days that ends on a day off ends on the next working day. */
  endOnDayOff: z.enum(['nextWorkingDay', 'stays']).default('nextWorkingDay'),
  /** Filed when the counter has closed: counts from the next working morning, or from the day itself. */
  afterClosing: z.enum(['nextWorkingDay', 'sameDay']).default('nextWorkingDay'),
});
export type CountingRules = z.output<typeof CountingRules>;
