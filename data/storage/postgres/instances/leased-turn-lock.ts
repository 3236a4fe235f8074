import { randomUUID } from 'node:crypto';
import { createProcessTurnLock } from '../../../conversations/turn-lock.js';
import type { TurnLock } from '../../../conversations/turn-lock.js';
import type { WakeUp } from '../../../conversations/wake-up.js';
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
  const turnLock: TurnLock = {
    run: (conversationId, work) =>
      new Promise((resolve, reject) => {
        void queue.run(conversationId, async () => {
          const holder = randomUUID();
          try {
            await takeInTurn(leases, wakeUp, conversationId, holder);
            held.add(holder);
            resolve(await work());
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          } finally {
            // Whoever asked has his answer already.
            await giveBack(conversationId, holder);
          }
        });
      }),
    idle: () => queue.idle(),
  };
  return {
    ...turnLock,
    close(): void {
      renewal.stop();
      sweep.stop();
    },
  };
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
