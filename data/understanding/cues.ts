import { z } from 'zod';

const Phrases = z.array(z.string().trim().min(1)).min(1);

/** Phrases by which an intent or an aspect is recognised; weights and precedence are rules and live in code. */
export const Cues = z.strictObject({
  intents: z.record(z.string(), Phrases),
  aspects: z.record(z.string(), Phrases),
});
export type Cues = z.infer<typeof Cues>;
