import { z } from 'zod';
import { Day, Instant } from '../calendar/day.js';
import { Apology } from './lateness/apology.js';

/** The ten states synchronised with the national portal, in its order (facts: domain.md 1.4). Overdue is computed. */
export const DOSSIER_STATUSES = [
  'registered',
  'accepted',
  'refused',
  'processing',
  'supplementRequested',
  'paymentRequested',
  'withdrawalRequested',
  'stopped',
  'finished',
  'returned',
] as const;
export const DossierStatus = z.enum(DOSSIER_STATUSES);
export type DossierStatus = z.infer<typeof DossierStatus>;

/** The applicant was asked for something: from then on the office's clock stood still. */
export const DossierWait = z.strictObject({
  from: Instant,
  /** null: still waiting. */
  to: Instant.nullable(),
  /** The promised day as it was then: a source that gives a later one has already added the wait. */
  dueDate: Day.nullable(),
});
export type DossierWait = z.infer<typeof DossierWait>;

export const Dossier = z.strictObject({
  /** Primary key: the normalised code, see dossier-code.ts. */
  code: z.string(),
  version: z.int().positive(),
  procedureCode: z.string().nullable(),
  procedureName: z.string(),
  status: DossierStatus,
  receivedAt: Instant,
  /** The promised day on the appointment slip; a later change of the dataset never moves it. */
  dueDate: Day.nullable(),
  /** Where it lies now, as staff would say it to the applicant. */
  unit: z.string().nullable(),
  /** What the applicant is asked for (a paper, a fee), or null. */
  requested: z.string().nullable(),
  /** Only the last four characters are kept for the check. */
  phoneLast4: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  identityLast4: z
    .string()
    .regex(/^[0-9A-Z]{4}$/)
    .nullable(),
  waits: z.array(DossierWait).default([]),
  apologies: z.array(Apology).default([]),
  /** When its status or place last changed, as far as we saw it. */
  movedAt: Instant.nullable().default(null),
  /** When the result was ready; null: not yet, or before we knew the dossier. */
  finishedAt: Instant.nullable().default(null),
  asOf: Instant,
  source: z.string(),
});
export type Dossier = z.infer<typeof Dossier>;
