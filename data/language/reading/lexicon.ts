import { z } from 'zod';

const Words = z.string().trim().min(1);

/** What the office's language needs beside its catalogue; staff add lines, no code. */
export const Lexicon = z.strictObject({
  /** As typed → as meant: text-message spelling, abbreviations of the field, regional words, spelling variants. */
  rewrites: z.record(Words, Words),
  /** English phrase → the Vietnamese one it asks for; then Vietnamese ranking does the rest. */
  english: z.record(Words, Words),
  /** English words that say nothing about the matter. */
  englishFillers: z.array(Words),
  /** Words that say nothing about the matter ("cho", "thì", "ạ"); a phrase counts as a whole. */
  fillers: z.array(Words),
  /** Everyday words with little to say about the matter ("nhà", "tiền", "năm"). */
  common: z.array(Words),
});
export type Lexicon = z.infer<typeof Lexicon>;
