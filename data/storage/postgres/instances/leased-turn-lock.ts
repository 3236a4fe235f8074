import { randomUUID } from 'node:crypto';
import { createProcessTurnLock } from '../../../conversations/turn-lock.js';
import type { TurnLock } from '../../../conversations/turn-lock.js';
import type { WakeUp } from '../../../conversations/wake-up.js';
import { DomainError, isDomainError } from '../../../domain-error.js';
import type { Database } from '../connect.js';
import { createLeases } from './leases.js';
import type { Leases } from './leases.js';

interface Dependencies {
  database: Database;
  office: string;
  wakeUp: WakeUp;
  /** Milliseconds; tests set their own. */
  leaseMs?: number;
}

/**
 * Turns over all instances: first a queue in the process, so that one at most waits for each conversation, then a leased
 * row. No connection is held while a turn runs or waits. The lease is renewed meanwhile; that of a killed instance runs
 * out after 8 s. Should one run out under a turn that still runs, the turn's commit is in conflict with the other's.
 */
export const createLeasedTurnLock = ({ database, office, wakeUp, leaseMs = LEASE_MS }: Dependencies) => {
  const queue = createProcessTurnLock();
  const leases = createLeases({ database, office, leaseMs });
  const held = new Set<string>();
  const renewal = every(leaseMs / 4, async () => {
    if (held.size > 0) await leases.renew(held);
  });
  const sweep = every(SWEEP_MS, () => leases.sweep());

  const giveBack = async (key: string, holder: string): Promise<void> => {
    held.delete(holder);
    try {
      if (await leases.release(key, holder)) wakeUp.publish(turnOf(key));
    } catch {
      // The database is gone: the lease runs out by itself.
    }
  };
  let failedAt = -Infinity;
  return {
    run: <T>(conversationId: string, work: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        const entered = performance.now();
        void queue.run(conversationId, async () => {
          // Who waited behind a turn that could not be had does not wait for the database a second time.
          if (failedAt >= entered) {
            reject(new DomainError('store.unavailable', 'The turn before this one could not be had.'));
            return;
          }
          const holder = randomUUID();
          try {
            await takeInTurn(leases, wakeUp, conversationId, holder);
            held.add(holder);
            resolve(await work());
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
            if (isDomainError(error, 'store.unavailable')) {
              failedAt = performance.now();
              void giveBack(conversationId, holder);
              return;
            }
          }
          // Whoever asked has his answer already.
          await giveBack(conversationId, holder);
        });
      }),
    idle: () => queue.idle(),
    close(): void {
      renewal.stop();
      sweep.stop();
    },
  } satisfies TurnLock & { close(): void };
};

const LEASE_MS = 8_000;
const SWEEP_MS = 60_000;

const turnOf = (key: string): string => `turn:${key}`;

const SHORTEST_MS = 50;
const LONGEST_MS = 1_000;

const takeInTurn = async (leases: Leases, wakeUp: WakeUp, key: string, holder: string): Promise<void> => {
  if (await leases.take(key, holder)) return;
  const bell = createBell();
  const unsubscribe = wakeUp.subscribe(turnOf(key), () => {
    bell.ring();
  });
  try {
    let pause = SHORTEST_MS;
    while (!(await leases.take(key, holder))) {
      await bell.rungOrAfter(pause);
      pause = Math.min(2 * pause, LONGEST_MS);
    }
  } finally {
    unsubscribe();
  }
};

/** Remembers one ring until somebody waits for it. */
const createBell = () => {
  let rung = false;
  let wake: () => void = () => undefined;
  return {
    ring(): void {
      rung = true;
      wake();
    },
    async rungOrAfter(milliseconds: number): Promise<void> {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      rung = false;
    },
  };
};

/** Tries again the next time when it fails. */
const every = (milliseconds: number, work: () => Promise<void>): { stop: () => void } => {
  const timer = setInterval(() => {
    work().catch(() => undefined);
  }, milliseconds).unref();
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
};
