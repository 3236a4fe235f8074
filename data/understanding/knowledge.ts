import { z } from 'zod';
import type { Lexicon } from '../language/reading/lexicon.js';
import type { Cues } from './cues.js';
import type { Referrals } from './referrals.js';

const Phrases = z.array(z.string().trim().min(1)).min(1);

/** Things and people the questions are about, and what is to be done with them: name → how people say it. */
export const Concepts = z.strictObject({
  concepts: z.record(z.string(), Phrases),
  /** Agree or disagree as a class: who asks to extend is not answered with a first issue. */
  actions: z.record(z.string(), Phrases),
  /** Concepts that tell procedures of the field apart but occur in any field: no evidence that it is this one. */
  modifiers: z.array(z.string()),
});
export type Concepts = z.infer<typeof Concepts>;

/** Procedure code → what people call it, beside the record's own aliases. */
export const EverydayNames = z.record(z.string().regex(/^\d\.\d{6}$/), Phrases);
export type EverydayNames = z.infer<typeof EverydayNames>;

/** All that understanding rests on beside the catalogue: curated, read once at start. */
export interface Knowledge {
  lexicon: Lexicon;
  concepts: Concepts;
  everydayNames: EverydayNames;
  referrals: Referrals;
  cues: Cues;
}
