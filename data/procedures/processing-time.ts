import { z } from 'zod';
import { Day } from '../calendar/day.js';
import { LocalText } from '../language/locale.js';
import { CaseCondition } from './procedure-case.js';
import { FilingChannel } from './filing-channel.js';

export const TimeUnit = z.enum(['workingDay', 'day', 'hour']);
export type TimeUnit = z.infer<typeof TimeUnit>;

/** `day` is a calendar day, `workingDay` is not a Saturday, Sunday or holiday, 8 hours make a working day. */
export const Duration = z.strictObject({ value: z.number().positive(), unit: TimeUnit });
export type Duration = z.infer<typeof Duration>;

export const StepTime = z.strictObject({ ...Duration.shape, note: LocalText.nullable().default(null) });

/** One limit by law. Several where it differs by outcome, channel or case; the first is the main one. */
export const LegalLimit = z.strictObject({
  ...Duration.shape,
  /** What this limit is for ("từ chối", "phần trợ cấp hằng tháng"); null for the main one. */
  outcome: LocalText.nullable().default(null),
  channel: FilingChannel.nullable().default(null),
  /** Only for applicants of these answers; empty: everybody. */
  when: CaseCondition.default({}),
});
export type LegalLimit = z.output<typeof LegalLimit>;

/** A province's cut and the decision that grants it. */
export const LocalLimit = z.strictObject({
  ...Duration.shape,
  decision: z.string().min(1),
  province: z.string().min(1),
  from: Day.nullable().default(null),
});
export type LocalLimit = z.output<typeof LocalLimit>;
