import { z } from 'zod';
import { Instant } from '../calendar/day.js';

/** What can be taken away. `conversation`: its whole log, up to the message that was its last. */
export const Erasable = z.enum([
  'feedback',
  'survey',
  'dossier',
  'conversation',
  'receipt',
  'question',
  'answer',
  'audit',
]);
export type Erasable = z.infer<typeof Erasable>;

/**
 * Kinds whose keys people hold or that could come again: of these it stays known that there was one. Such a key says
 * nothing of a person: a drawn code, a hash (an SMS conversation's id is a keyed hash of the number), a dossier's code.
 * A receipt's key is what a gateway or a client chose and may hold a number; questions and audit entries are never
 * asked for by key; an answer names no person, and whoever asks for it is told how long answers are kept. Of those
 * nothing stays.
 */
export const TOMBSTONED = ['feedback', 'survey', 'dossier', 'conversation'] as const;
export type Tombstoned = (typeof TOMBSTONED)[number];

/** The order to take something away, and afterwards, of tombstoned kinds, what stays of it. */
export const Erasure = z.strictObject({
  of: Erasable,
  key: z.string(),
  /** What was judged: the record's version, a conversation's last sequence; 1 of questions and audit, 0 of receipts and answers. */
  version: z.int().nonnegative(),
  at: Instant,
  reason: z.literal('retention'),
});
export type Erasure = z.infer<typeof Erasure>;

export const isTombstoned = (of: string): of is Tombstoned => (TOMBSTONED as readonly string[]).includes(of);
