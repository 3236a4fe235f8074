import { join } from 'node:path';
import type { Clock } from '../../../clock.js';
import { createWriter } from '../archive/writer.js';
import { systemFiles } from '../files.js';
import type { Files } from '../files.js';
import { decodeEntry } from '../journal/entry.js';
import { isTorn } from '../journal/fold-journal.js';
import { linesOf } from '../journal/journal-lines.js';
import type { Line } from '../journal/journal-lines.js';
import { copyWhole, originalName } from './copy-whole.js';
import { leftOutOf } from './left-out.js';
import type { LeftOut } from './left-out.js';

export interface RepairedJournal {
  journal: string;
  /** Entries that are still what was written. */
  kept: number;
  leftOut: LeftOut[];
  /** Where the damaged journal lies, untouched. */
  original: string;
}

/** Leaves the damaged lines out of each journal that has any; claim the folder first. The originals stay. */
export const repairJournals = async (options: {
  folder: string;
  clock: Clock;
  files?: Files;
}): Promise<RepairedJournal[]> => {
  const { folder, clock, files = systemFiles } = options;
  const journalFolder = join(folder, 'journal');
  const repaired: RepairedJournal[] = [];
  for (const journal of files.list(journalFolder).filter((name) => name.endsWith('.jsonl'))) {
    const found = await repairJournal(files, journalFolder, journal, clock);
    if (found) repaired.push(found);
  }
  return repaired;
};

const repairJournal = async (
  files: Files,
  folder: string,
  journal: string,
  clock: Clock,
): Promise<RepairedJournal | null> => {
  const path = join(folder, journal);
  const next = join(folder, `${journal}.next`);
  const { kept, leftOut } = await copyIntact(files, path, next);
  if (leftOut.length === 0) {
    files.remove(next);
    return null;
  }
  const original = originalName(journal, clock);
  await copyWhole(files, path, join(folder, original));
  // The original is durable under its new name before the repaired one takes the old name.
  await files.syncFolder(folder);
  files.rename(next, path);
  await files.syncFolder(folder);
  return { journal, kept, leftOut, original: join(folder, original) };
};

const copyIntact = async (
  files: Files,
  from: string,
  to: string,
): Promise<Pick<RepairedJournal, 'kept' | 'leftOut'>> => {
  const source = files.open(from);
  const writer = createWriter(files, to);
  const leftOut: LeftOut[] = [];
  let kept = 0;
  let number = 0;
  let last: Line | null = null;
  try {
    for await (const lines of linesOf(source, 0, source.size()))
      for (const line of lines) {
        number += 1;
        last = line;
        if (isIntact(line)) {
          kept += 1;
          await writer.append(Buffer.concat([line.bytes, LINE_FEED]));
        } else leftOut.push(leftOutOf(line.bytes, number));
      }
    // The next start sets a torn end aside: of that nobody was told.
    if (last && !isIntact(last) && isTorn(last)) {
      leftOut.pop();
      await writer.append(last.whole ? Buffer.concat([last.bytes, LINE_FEED]) : last.bytes);
    }
    await writer.finish();
    return { kept, leftOut };
  } finally {
    writer.close();
    source.close();
  }
};

const isIntact = ({ bytes, whole }: Line): boolean => whole && decodeEntry(bytes) !== null;

const LINE_FEED = Buffer.from('\n');
