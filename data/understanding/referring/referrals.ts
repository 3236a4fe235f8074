import { z } from 'zod';
import { LocalText } from '../../language/locale.js';

/** A field of another authority and the phrases that give it away. */
const ReferralEntry = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  text: LocalText,
  /** Enough alone: "khai sinh", "sổ đỏ". */
  phrases: z.array(z.string().trim().min(1)).min(1),
});

export const Referrals = z.array(ReferralEntry);
export type Referrals = z.infer<typeof Referrals>;
