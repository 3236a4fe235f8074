import type { Change } from '../../../store.js';
import type { OpenFile } from '../files.js';
import { headOf } from '../../head.js';
import { decodeEntry } from './entry.js';
import { linesOf } from './journal-lines.js';
import type { Line } from './journal-lines.js';
import { emptySegment, foldEntry } from './segment.js';
import type { Segment } from './segment.js';

/** Reads a journal from its first line to its last. `end` is where the intact part ends and a torn end begins. */
export const foldJournal = async (name: string, file: OpenFile): Promise<FoldedJournal> => {
  const segment = emptySegment(name);
  let number = 0;
  let damaged: { line: Line; number: number }[] = [];
  for await (const lines of linesOf(file, 0, file.size())) {
    for (const line of lines) {
      number += 1;
      if (foldLine(segment, line)) continue;
      damaged.push({ line, number });
    }
  }
  const last = damaged.at(-1);
  const torn = last?.number === number && isTorn(last.line) ? last : null;
  if (torn) damaged = damaged.slice(0, -1);
  segment.damagedLines.push(...damaged.map((one) => one.number));
  segment.size = torn ? torn.line.start : file.size();
  return { segment, torn: torn && { line: torn.number, bytes: torn.line.bytes } };
};

export interface FoldedJournal {
  segment: Segment;
  /** The last line when it was never finished. */
  torn: { line: number; bytes: Buffer } | null;
}

/**
 * The checksum says these are the bytes that were parsed when they were committed; they are parsed with zod again
 * when the record is read. Parsing all of them here would triple the time to start.
 */
const foldLine = (segment: Segment, { bytes, start, whole }: Line): boolean => {
  const spans = whole ? decodeEntry(bytes) : null;
  if (!spans) return false;
  const heads = spans.map((span) =>
    headOf(JSON.parse(bytes.toString('utf8', span.start, span.start + span.length)) as Change),
  );
  foldEntry(segment, start, heads, spans);
  return true;
};

/** An append that was cut off has no line feed, or holes where pages never reached the disk. */
export const isTorn = ({ bytes, whole }: Line): boolean => !whole || bytes.includes(0);
