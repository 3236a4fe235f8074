import { join } from 'node:path';
import { Low } from 'lowdb';
import { instant } from '../../../calendar/day.js';
import type { Clock } from '../../../clock.js';
import type { Files } from '../files.js';
import { createJournalAdapter } from './journal-adapter.js';
import type { Layer } from './layer.js';
import { emptySegment, monthOfSegment } from './segment.js';

/** The journals that are not in the archive yet, oldest first; only the last is written to. */
export const createJournals = (deps: { files: Files; folder: string; clock: Clock; limit: number }) => {
  const { files, folder, clock, limit } = deps;
  let layers: Layer[] = [];
  let lastName = '';
  let sealed = false;

  const pathOf = (name: string): string => join(folder, `${name}${EXTENSION}`);
  const open = (name: string): Layer => {
    const journal = createJournalAdapter(files, folder, name);
    return { low: new Low(journal, emptySegment(name)), journal };
  };
  const isWritable = ({ low: { data } }: Layer): boolean =>
    !sealed && data.size < limit && monthOfSegment(data) >= monthNow(clock);
  return {
    /** `archivedUpTo`: journals up to this name are in the archive, and only a crash kept them from being removed. */
    async openAll(archivedUpTo: string): Promise<void> {
      const names = namesIn(files.list(folder));
      for (const name of names.filter((one) => one <= archivedUpTo)) files.remove(pathOf(name));
      layers = names.filter((one) => one > archivedUpTo).map(open);
      for (const { low } of layers) await low.read();
      lastName = layers.at(-1)?.low.data.name ?? archivedUpTo;
      sealed = layers.slice(-1).some((last) => !isWritable(last));
    },
    layers: (): readonly Layer[] => layers,
    /** The journal to write to; a new one when the month has ended or the last has grown long. */
    async writable(): Promise<Layer> {
      const last = layers.at(-1);
      if (last && isWritable(last)) return last;
      // A refused entry left in it would come back at the next start, beside its repetition in the new journal.
      await last?.journal.mend(last.low.data);
      const name = nextName(lastName, monthNow(clock));
      const layer = open(name);
      await durablyNamed(files, folder, layer);
      lastName = name;
      sealed = false;
      layers = [...layers, layer];
      return layer;
    },
    /** The next write opens a new journal. */
    seal: () => void (sealed = true),
    /** Those nothing is written to any more. */
    closed: (): readonly Layer[] => (sealed ? layers : layers.slice(0, -1)),
    /** They are in the archive: forgotten here, their files stay until `remove`. */
    forget(archived: readonly Layer[]): void {
      layers = layers.filter((layer) => !archived.includes(layer));
    },
    remove(archived: readonly Layer[]): void {
      closeFiles(archived);
      for (const { low } of archived) files.remove(pathOf(low.data.name));
    },
    close(): void {
      closeFiles(layers);
    },
  };
};

const closeFiles = (layers: readonly Layer[]): void => {
  for (const { journal } of layers) journal.file.close();
};

const durablyNamed = async (files: Files, folder: string, { journal }: Layer): Promise<void> => {
  try {
    await files.syncFolder(folder);
  } catch (error) {
    journal.file.close();
    throw error;
  }
};

const EXTENSION = '.jsonl';

/** In the order they were written; with their extension `2026-11.0001` would come before `2026-11`. */
const namesIn = (listed: readonly string[]): string[] =>
  listed
    .filter((name) => name.endsWith(EXTENSION))
    .map((name) => name.slice(0, -EXTENSION.length))
    .sort();

const monthNow = (clock: Clock): string => instant(clock.now()).slice(0, 'YYYY-MM'.length);

/**
 * Names only ever rise, whatever the clock does, because names up to the manifest's are taken for archived:
 * `2026-11`, `2026-11.0001`, …, `2026-12`.
 */
const nextName = (last: string, month: string): string => {
  const [lastMonth = '', part = '0'] = last.split('.');
  if (month > lastMonth) return month;
  return `${lastMonth}.${String(Number(part) + 1).padStart(4, '0')}`;
};
