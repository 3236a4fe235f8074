import { addDays, dayOf, instant } from '../calendar/day.js';
import type { Day, Instant } from '../calendar/day.js';
import type { Clock } from '../clock.js';
import { DomainError, isDomainError } from '../domain-error.js';
import type { Change, Store } from '../store.js';
import { dueOf } from './due.js';
import type { Due } from './due.js';
import { Erasable } from './erasure.js';
import { inBatches } from './in-batches.js';
import type { RetentionPeriods } from './retention-periods.js';
import { sweepWrongChecks } from './sweep-wrong-checks.js';

/** What a sweep took, or would take, of one kind. */
export interface Swept {
  of: Erasable;
  /** Null: kept without end. */
  days: number | null;
  count: number;
  /** The last change of the one that had been left alone longest. */
  oldest: Instant | null;
}

interface Sweep {
  periods: RetentionPeriods;
  /** The day it is judged by; a later one than today only for trying. */
  on: Day;
  dryRun: boolean;
  /** Asked before each batch; what is left waits for the next sweep. */
  goesOn?: () => boolean;
}

/**
 * Erases what its period has run out for, in small batches, so that citizens are served meanwhile. What moves on while it
 * runs stays. Rejects as `Store.commit` does; what was erased until then stays erased.
 */
export const sweep = async (office: Office, asked: Sweep): Promise<Swept[]> => {
  const { dryRun, on, goesOn = () => true } = asked;
  if (!dryRun && on > dayOf(office.clock.now()))
    throw new DomainError('retention.ahead', 'A day to come can only be tried.');
  const swept: Swept[] = [];
  for (const of of Erasable.options) swept.push(await sweepKind(office, of, { ...asked, goesOn }));
  if (!dryRun) await sweepWrongChecks(office, goesOn);
  // Who stops the office does not wait for files to be written anew: that comes with the next archiving.
  if (!dryRun && goesOn() && swept.some(({ count }) => count > 0)) await office.store.purge();
  return swept;
};

interface Office {
  store: Store;
  clock: Clock;
}

const sweepKind = async (
  { store, clock }: Office,
  of: Erasable,
  { periods, on, dryRun, goesOn }: Required<Sweep>,
): Promise<Swept> => {
  const swept: Swept = { of, days: periods[`${of}Days`], count: 0, oldest: null };
  if (swept.days === null) return swept;
  for await (const batch of inBatches(dueOf(store, of, addDays(on, -swept.days)))) {
    if (!goesOn()) break;
    add(swept, dryRun ? batch : await eraseAll(store, of, batch, instant(clock.now())));
  }
  return swept;
};

const add = (tally: Swept, erased: readonly Due[]): void => {
  tally.count += erased.length;
  for (const { last } of erased) if (tally.oldest === null || last < tally.oldest) tally.oldest = last;
};

/** Gives back what was erased: one that moved on must not keep the others. */
const eraseAll = async (store: Store, of: Erasable, batch: Due[], at: Instant): Promise<Due[]> => {
  const done = await eraseAtOnce(store, of, batch, at);
  if (done) return batch;
  if (batch.length === 1) return [];
  const erased: Due[] = [];
  for (const one of batch) erased.push(...(await eraseAll(store, of, [one], at)));
  return erased;
};

const eraseAtOnce = async (store: Store, of: Erasable, batch: Due[], at: Instant): Promise<boolean> => {
  const states = await store.state.read(batch.flatMap(({ stateKeys }) => stateKeys));
  try {
    await store.commit([
      ...batch.map(({ key, version }): Change => ({
        kind: 'erasure',
        record: { of, key, version, at, reason: 'retention' },
      })),
      ...Object.keys(states).map((key): Change => ({ kind: 'state', key, value: null })),
    ]);
    return true;
  } catch (error) {
    if (isDomainError(error, 'store.conflict')) return false;
    throw error;
  }
};
