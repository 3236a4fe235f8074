import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Files, OpenFile } from '../files.js';
import { foldJournal } from './fold-journal.js';
import { foldEntry } from './segment.js';
import type { QueuedEntry, Segment, TornEnd } from './segment.js';

export interface JournalAdapter extends Adapter<Segment> {
  readonly file: OpenFile;
  /** Cuts off what a failed write left behind; rejects while the disk refuses that too. */
  mend(segment: Segment): Promise<void>;
}

/**
 * lowdb's own adapters write everything on each change and never fsync. This one folds the journal on `read()`;
 * `write()` appends what is queued in one piece and resolves when it is on the disk.
 */
export const createJournalAdapter = (files: Files, folder: string, name: string): JournalAdapter => {
  const file = files.create(join(folder, `${name}.jsonl`));
  let suspect = false;
  const mend = async (segment: Segment): Promise<void> => {
    if (!suspect) return;
    await file.truncate(segment.size);
    await file.sync();
    suspect = false;
  };
  const append = async (segment: Segment, entries: readonly QueuedEntry[]): Promise<void> => {
    await mend(segment);
    suspect = true;
    await file.write(Buffer.concat(entries.map(({ encoded }) => encoded.line)), segment.size);
    await file.sync();
    suspect = false;
    for (const { encoded, heads } of entries) {
      foldEntry(segment, segment.size, heads, encoded.spans);
      segment.size += encoded.line.length;
    }
  };
  return {
    file,
    mend,
    async read() {
      const { segment, torn } = await foldJournal(name, file);
      if (!torn || segment.damagedLines.length > 0) return segment;
      segment.torn = await setAside(files, folder, segment, torn);
      await file.truncate(segment.size);
      await file.sync();
      return segment;
    },
    async write(segment) {
      try {
        await append(segment, segment.queued.splice(0));
      } catch (error) {
        await mend(segment).catch(() => undefined);
        throw error;
      }
    },
  };
};

/** The torn end is kept in a file of its own and durable there before it is cut off. */
const setAside = async (
  files: Files,
  folder: string,
  segment: Segment,
  torn: { line: number; bytes: Buffer },
): Promise<TornEnd> => {
  const base = `${segment.name}.torn-at-${String(segment.size)}`;
  const before = files.list(folder).filter((name) => name.startsWith(base)).length;
  const keptAs = before === 0 ? base : `${base}-${String(before + 1)}`;
  const file = files.create(join(folder, keptAs));
  try {
    await file.write(torn.bytes, 0);
    await file.sync();
  } finally {
    file.close();
  }
  await files.syncFolder(folder);
  return { line: torn.line, bytes: torn.bytes.length, keptAs };
};
