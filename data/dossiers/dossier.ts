import { z } from 'zod';
import { Day, Instant } from '../calendar/day.js';

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
  asOf: Instant,
  source: z.string(),
});
export type Dossier = z.infer<typeof Dossier>;
