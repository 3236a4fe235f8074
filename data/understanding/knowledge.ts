import { z } from 'zod';
import type { Lexicon } from '../language/reading/lexicon.js';
import type { Learned } from './classifying/learned.js';
import type { Cues } from './cues.js';
import { expandTable, PhraseClasses } from './phrase-classes.js';
import type { Referrals } from './referring/referrals.js';

const Phrases = z.array(z.string().trim().min(1)).min(1);

/** What ideas named apart amount to together: `then` is understood as well, `drop` no longer meant. */
const Inference = z.strictObject({
  /** Concepts, or actions as `do:extend`; `a|b` holds when either does. */
  all: Phrases,
  none: z.array(z.string()).default([]),
  then: z.array(z.string()).default([]),
  drop: z.array(z.string()).default([]),
  /** Actions the situation calls for. */
  does: z.array(z.string()).default([]),
});
export type Inference = z.output<typeof Inference>;

/** Things and people the questions are about, and what is to be done with them: name → how people say it. */
const WrittenConcepts = z.strictObject({
  classes: PhraseClasses,
  concepts: z.record(z.string(), Phrases),
  /** Agree or disagree as a class: who asks to extend is not answered with a first issue. */
  actions: z.record(z.string(), Phrases),
  /** Concepts that tell procedures of the field apart but occur in any field: no evidence that it is this one. */
  modifiers: z.array(z.string()),
  /** Concepts that only serve to infer: they weigh nothing by themselves. */
  hints: z.array(z.string()).default([]),
  inferences: z.array(Inference).default([]),
});
export const Concepts = WrittenConcepts.transform(({ classes, ...written }) => ({
  ...written,
  concepts: expandTable(written.concepts, classes),
  actions: expandTable(written.actions, classes),
}));
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
  learned: Learned;
}
