import { z } from 'zod';
import { Day, Instant } from '../../calendar/day.js';

export const APOLOGY_REASON_LIMIT = 500;

/** What is owed for a late dossier: why, and the new day (TT 03/2025/TT-VPCP, mẫu 04). Who asks reads `reason` as it stands. */
export const Apology = z.strictObject({
  at: Instant,
  by: z.string().min(1),
  reason: z.string().min(1).max(APOLOGY_REASON_LIMIT),
  /** The promised day that is not kept, and the one in its place. */
  missed: Day,
  newDate: Day,
});
export type Apology = z.infer<typeof Apology>;
