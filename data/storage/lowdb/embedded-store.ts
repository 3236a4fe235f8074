import { dirname, join } from 'node:path';
import type { Clock } from '../../clock.js';
import { DomainError } from '../../domain-error.js';
import { Change } from '../../store.js';
import type { Store } from '../../store.js';
import { sweepArchive } from './archive/close-journals.js';
import { readManifest } from './archive/manifest.js';
import { createShelf } from './archive/shelf.js';
import { createClosing } from './closing.js';
import { systemFiles } from './files.js';
import type { Files } from './files.js';
import { headOf } from '../head.js';
import { createCommitQueue } from './journal/commit-queue.js';
import { encodeEntry } from './journal/entry.js';
import { createJournals } from './journal/journals.js';
import type { QueuedEntry } from './journal/segment.js';
import { openingReport } from './opening-report.js';
import type { OpeningReport } from './opening-report.js';
import { notYetKept } from './not-yet-kept.js';
import { createProbe } from './probe.js';
import { createReaders } from './readers.js';
import { versionIn } from './view.js';

export interface EmbeddedStore extends Store {
  /** What the start found: torn ends set aside, damaged lines. */
  readonly opening: OpeningReport;
  /** Brings all that is committed into the archive; happens by itself at a month's end and when a journal grows long. */
  archive(): Promise<void>;
}

export interface EmbeddedStoreOptions {
  /** Claim it first (folder-owner.ts): two processes in one folder would lose records. */
  folder: string;
  clock: Clock;
  files?: Files;
  /** Bytes after which a journal goes into the archive before its month has ended; start-up reads at most about this. */
  journalLimit?: number;
  /** Archiving failed; it is tried again with the next journal, and nothing is lost meanwhile. */
  onTrouble?: (error: unknown) => void;
}

/** The store of one machine: lowdb over append-only journals, closed months in an archive beside them. */
export const createEmbeddedStore = async (options: EmbeddedStoreOptions): Promise<EmbeddedStore> => {
  const { folder, files = systemFiles } = options;
  const { opening, journals, closing, shelf } = await openFolder({ ...options, files });
  const queue = createCommitQueue({
    storedVersion: (kind, key) => versionIn(closing.view(), kind, key),
    write: writeTo(journals, () => {
      closing.written();
    }),
  });
  const probe = createProbe(files, join(folder, 'probe'));
  let refusal = opening.damaged.length > 0 ? damagedError(opening) : null;
  if (!refusal) closing.written();
  const archive = async (): Promise<void> => {
    if (refusal) throw refusal;
    await queue.between(() => {
      journals.seal();
    });
    await closing.run();
  };
  return {
    ...createReaders(closing),
    opening,
    async commit(changes) {
      if (refusal) throw refusal;
      const parsed = changes.map((change) => Change.parse(change));
      if (parsed.length > 0) await queue.add(entryOf(parsed));
    },
    async load(changes) {
      if (refusal) throw refusal;
      const parsed = changes.map((change) => Change.parse(change));
      const missing = notYetKept(closing.view(), parsed);
      if (missing.length > 0) await queue.add(entryOf(missing), 'unchecked');
      // Keys of journals are in memory: a long history is loaded no faster than it is archived.
      if (journals.closed().length > 0) await closing.run();
    },
    health: () => (refusal ? Promise.resolve({ ready: false, reason: refusal.message }) : probe()),
    archive,
    // The archiving leaves out what was erased and removes the journals that held it.
    purge: archive,
    async close() {
      if (refusal?.code === 'store.unavailable') return;
      refusal = new DomainError('store.unavailable', 'The store is closed.');
      await queue.drained();
      await closing.stop();
      journals.close();
      shelf.close();
    },
  };
};

/** A quarter of a second of reading at start. */
const JOURNAL_LIMIT = 16 * 1024 * 1024;

const openFolder = async (options: EmbeddedStoreOptions & { files: Files }) => {
  const { files, folder, clock, journalLimit = JOURNAL_LIMIT, onTrouble } = options;
  const journalFolder = join(folder, 'journal');
  const archiveFolder = join(folder, 'archive');
  for (const each of [folder, journalFolder, archiveFolder]) files.makeFolder(each);
  await files.syncFolder(folder);
  await files.syncFolder(dirname(folder));
  const manifest = await readManifest(files, archiveFolder);
  const shelf = createShelf(files, archiveFolder);
  sweepArchive(files, shelf, manifest, true);
  const journals = createJournals({ files, folder: journalFolder, clock, limit: journalLimit });
  await journals.openAll(manifest.journalsUpTo);
  const opening = openingReport(journals.layers());
  const closing = createClosing({
    files,
    shelf,
    journals,
    manifest,
    onTrouble: onTrouble ?? (() => undefined),
  });
  return { opening, journals, shelf, closing };
};

const writeTo =
  (journals: ReturnType<typeof createJournals>, written: () => void) =>
  async (entries: readonly QueuedEntry[]): Promise<void> => {
    const { low } = await journals.writable();
    low.data.queued.push(...entries);
    await low.write();
    written();
  };

const entryOf = (changes: readonly Change[]): QueuedEntry => ({
  encoded: encodeEntry(changes.map((change) => Buffer.from(JSON.stringify(change)))),
  heads: changes.map(headOf),
});

const damagedError = ({ damaged }: OpeningReport): DomainError => {
  const lines = damaged.map(({ journal, line }) => `${journal} line ${String(line)}`).join(', ');
  return new DomainError(
    'store.damaged',
    `The journal is damaged (${lines}); run the repair before writing.`,
  );
};
