import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '../../../domain-error.js';
import type { Head } from '../../head.js';
import { createPromisedVersions } from './promised-versions.js';
import type { QueuedEntry } from './segment.js';

/**
 * Group commit: entries that arrive while the disk is busy go out together with one fdatasync. Versions are checked
 * against what is stored and against what is waiting here.
 */
export const createCommitQueue = (deps: Stored) => {
  const versions = createPromisedVersions(deps.storedVersion);
  const waiting: Waiting[] = [];
  const jobs: (() => void)[] = [];
  let running: Promise<void> | null = null;

  const writeWaiting = async (): Promise<void> => {
    const batch = waiting.splice(0);
    try {
      await deps.write(batch.map(({ entry }) => entry));
      for (const { entry, resolve } of batch) {
        versions.settle(entry.heads);
        resolve();
      }
    } catch (error) {
      // Whatever came after may build on what was not written, so it is refused too.
      versions.forget();
      for (const { reject } of [...batch, ...waiting.splice(0)]) reject(unavailable(error));
    }
  };
  const run = async (): Promise<void> => {
    await nextTurn();
    while (waiting.length + jobs.length > 0) {
      for (const job of jobs.splice(0)) job();
      if (waiting.length > 0) await writeWaiting();
    }
    running = null;
  };
  return {
    /** `unchecked`: whatever its versions are, since they were given elsewhere. */
    add(entry: QueuedEntry, versioned: 'checked' | 'unchecked' = 'checked'): Promise<void> {
      if (versioned === 'checked') versions.claim(entry.heads);
      return new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject });
        running ??= run();
      });
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
    /** Resolves when everything added has been written or refused. */
    async drained(): Promise<void> {
      while (running) await running;
    },
  };
};

interface Stored {
  storedVersion: (kind: Head['kind'], key: string) => number;
  /** Resolves when all entries are durable and readable; rejects having written none. */
  write: (entries: readonly QueuedEntry[]) => Promise<void>;
}

interface Waiting {
  entry: QueuedEntry;
  resolve: () => void;
  reject: (error: DomainError) => void;
}

const unavailable = (cause: unknown): DomainError => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no code';
  return new DomainError('store.unavailable', `Nothing was recorded: the disk refused it (${code}).`, {
    cause,
  });
};
