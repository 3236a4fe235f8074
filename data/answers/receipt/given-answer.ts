import { z } from 'zod';
import { Day, Instant } from '../../calendar/day.js';
import { OfficeProfile } from '../../office/office-profile.js';
import { EditionName } from '../../procedures/catalogue.js';
import { Procedure } from '../../procedures/procedure.js';
import { Card } from '../card.js';

/**
 * What citizens were told on a day, whole: an update replaces the dataset, and yesterday's is nowhere else. Kept once
 * for everybody who was told the same. Nothing in it is about a person.
 */
export const GivenAnswer = z.strictObject({
  /** Follows from all of the below but `at`. */
  code: z.string(),
  /** When it was first given. */
  at: Instant,
  /** The office's day on which it was true. */
  day: Day,
  edition: EditionName,
  /** The record as it was, without the words that only help to find it. */
  procedure: Procedure,
  /** What the applicant said of his case. */
  answers: z.record(z.string(), z.string()),
  /** What the office itself had set for this procedure. */
  office: OfficeProfile.pick({ local: true, paused: true, counters: true }),
  /** Word for word as it was shown, the promised day included. */
  cards: z.strictObject({ vi: Card, en: Card }),
});
export type GivenAnswer = z.output<typeof GivenAnswer>;
