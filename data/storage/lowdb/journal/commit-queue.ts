import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '../../../domain-error.js';
import type { Head } from '../head.js';
import type { QueuedEntry } from './segment.js';

/**
 * Group commit: entries that arrive while the disk is busy go out together with one fdatasync. Versions are checked
 * against what is stored and against what is waiting here.
 */
export const createCommitQueue = (deps: {
  storedVersion: (kind: Head['kind'], key: string) => number;
  /** Resolves when all entries are durable and readable; rejects having written none. */
  write: (entries: readonly QueuedEntry[]) => Promise<void>;
}) => {
  const promised = new Map<string, number>();
  let waiting: Waiting[] = [];
  let jobs: (() => void)[] = [];
  let running: Promise<void> | null = null;

  const claimVersions = (heads: readonly Head[]): void => {
    const claimed = new Map<string, number>();
    for (const head of heads.filter(isVersioned)) {
      const name = `${head.kind} ${head.key}`;
      const before = claimed.get(name) ?? promised.get(name) ?? deps.storedVersion(head.kind, head.key);
      if (!continues(head, before))
        throw new DomainError(
          'store.conflict',
          `${head.kind}: ${String(head.version)} does not continue the stored version ${String(before)}.`,
        );
      claimed.set(name, head.version);
    }
    for (const [name, version] of claimed) promised.set(name, version);
  };
  const writeWaiting = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    try {
      await deps.write(batch.map(({ entry }) => entry));
    } catch (error) {
      // Whatever came after may build on what was not written, so it is refused too.
      const refused = [...batch, ...waiting];
      waiting = [];
      promised.clear();
      for (const { reject } of refused) reject(unavailable(error));
      return;
    }
    for (const { entry, resolve } of batch) {
      for (const { kind, key, version } of entry.heads)
        if (promised.get(`${kind} ${key}`) === version) promised.delete(`${kind} ${key}`);
      resolve();
    }
  };
  const run = async (): Promise<void> => {
    await nextTurn();
    while (waiting.length + jobs.length > 0) {
      const due = jobs;
      jobs = [];
      for (const job of due) job();
      if (waiting.length > 0) await writeWaiting();
    }
    running = null;
  };

  return {
    add(entry: QueuedEntry): Promise<void> {
      claimVersions(entry.heads);
      return new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject });
        running ??= run();
      });
    },
    /** Resolves when everything added has been written or refused. */
    async drained(): Promise<void> {
      while (running) await running;
    },
    /** Runs `job` when nothing is being written. */
    between(job: () => void): Promise<void> {
      return new Promise((resolve) => {
        jobs.push(() => {
          job();
          resolve();
        });
        running ??= run();
      });
    },
  };
};

interface Waiting {
  entry: QueuedEntry;
  resolve: () => void;
  reject: (error: DomainError) => void;
}

const isVersioned = ({ kind }: Head): boolean => ['feedback', 'survey', 'dossier', 'activity'].includes(kind);

/** Retention may have removed a conversation's beginning, so its sequence only has to rise. */
const continues = ({ kind, version }: Head, before: number): boolean =>
  kind === 'activity' ? version > before : version === before + 1;

const unavailable = (cause: unknown): DomainError => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no code';
  return new DomainError('store.unavailable', `Nothing was recorded: the disk refused it (${code}).`, {
    cause,
  });
};
