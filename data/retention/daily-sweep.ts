import { dayOf, instant, timeOf } from '../calendar/day.js';
import type { Day } from '../calendar/day.js';
import type { Clock } from '../clock.js';
import { isDomainError } from '../domain-error.js';
import type { Randomness } from '../randomness.js';
import type { Change, Store } from '../store.js';
import type { RetentionPeriods } from './retention-periods.js';
import { sweep } from './sweep.js';
import { sweepEntry } from './sweep-entry.js';
import type { Swept } from './sweep.js';

interface Dependencies {
  store: Store;
  clock: Clock;
  random: Randomness;
  periods: RetentionPeriods;
  onSwept: (swept: readonly Swept[]) => void;
  /** It failed; what is left is swept on the next day, or by command. */
  onTrouble: (error: unknown) => void;
}

/** One sweep a day, however many instances of the office share the store and however often they start. */
export const createDailySweep = ({ store, clock, random, periods, onSwept, onTrouble }: Dependencies) => {
  let running: Promise<void> | null = null;
  let settled: Day | null = null;
  let stopped = false;
  const run = async (today: Day): Promise<void> => {
    try {
      const isOurs = await claim(store, today, clock);
      settled = today;
      if (!isOurs) return;
      const swept = await sweep(
        { store, clock },
        { periods, on: today, dryRun: false, goesOn: () => !stopped },
      );
      await store.commit([sweepEntry({ clock, random }, ACTOR, today, swept)]);
      onSwept(swept);
    } catch (error) {
      onTrouble(error);
    }
  };
  return {
    /** To be called every few minutes. Resolves when there is nothing more to do for now; never rejects. */
    async tick(): Promise<void> {
      const today = dayOf(clock.now());
      if (stopped || settled === today || timeOf(clock.now()) < periods.sweepAt) return;
      await (running ??= run(today).finally(() => (running = null)));
    },
    /** Resolves when the batch in hand is done. */
    async stop(): Promise<void> {
      stopped = true;
      await running;
    },
  };
};

const ACTOR = 'system';

/** The audit takes an id once: of several instances one has the day. Not taken when it could not be asked. */
const claim = async (store: Store, today: Day, clock: Clock): Promise<boolean> => {
  const entry: Change = {
    kind: 'audit',
    record: {
      id: `retention-${today}`,
      at: instant(clock.now()),
      actor: ACTOR,
      action: 'retention.begin',
      details: { on: today },
    },
  };
  try {
    await store.commit([entry]);
    return true;
  } catch (error) {
    if (isDomainError(error, 'store.conflict')) return false;
    throw error;
  }
};
