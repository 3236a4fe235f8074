import type { Low } from 'lowdb';
import type { JournalAdapter } from './journal-adapter.js';
import type { Place, Segment } from './segment.js';

/** One open journal: what lowdb holds of it, and its file. */
export interface Layer {
  low: Low<Segment>;
  journal: JournalAdapter;
}

/** The JSON of a change, as it was committed. */
export const readPlace = ({ journal }: Layer, { start, length }: Place): Buffer => {
  const change = Buffer.allocUnsafe(length);
  journal.file.read(change, start);
  return change;
};
