import { z } from 'zod';
import { Instant } from '../../calendar/day.js';

/** A given answer as it is kept. What it says repeats itself a good deal: packed it takes a third of the bytes. */
export const KeptAnswer = z.strictObject({
  code: z.string(),
  at: Instant,
  /** All else of the `GivenAnswer` as JSON, deflated (RFC 1951), in Base64. */
  said: z.base64(),
});
export type KeptAnswer = z.output<typeof KeptAnswer>;
