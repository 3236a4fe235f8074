import { z } from 'zod';
import { ClassifierModel } from './classifier-model.js';

/** What was learned from citizens' questions (`npm run learn`). */
export const Learned = z.strictObject({
  /** SHA-256 of the questions, so that a changed set is noticed. */
  questions: z.string().regex(/^[0-9a-f]{64}$/),
  /** What a message is: a question of ours, another authority's, or one of the intents. */
  kinds: ClassifierModel,
  /** Which procedure a question of ours is about. */
  procedures: ClassifierModel,
});
export type Learned = z.infer<typeof Learned>;
