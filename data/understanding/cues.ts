import { z } from 'zod';
import { expandTable, PhraseClasses } from './phrase-classes.js';

const Phrases = z.array(z.string().trim().min(1)).min(1);

/** Phrases by which an intent or an aspect is recognised; weights and precedence are rules and live in code. */
export const Cues = z
  .strictObject({
    classes: PhraseClasses,
    intents: z.record(z.string(), Phrases),
    aspects: z.record(z.string(), Phrases),
  })
  .transform(({ classes, intents, aspects }) => ({
    intents: expandTable(intents, classes),
    aspects: expandTable(aspects, classes),
  }));
export type Cues = z.infer<typeof Cues>;
