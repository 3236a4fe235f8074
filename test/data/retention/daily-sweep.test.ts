import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../data/domain-error.js';
import { createDailySweep } from '../../../data/retention/daily-sweep.js';
import { RetentionPeriods } from '../../../data/retention/retention-periods.js';
import type { Swept } from '../../../data/retention/sweep.js';
import { systemRandomness } from '../../../data/randomness.js';
import type { Store } from '../../../data/store.js';
import { createStoppedClock } from '../../support/conversation.js';
import { createMemoryStore } from '../../support/memory-store.js';
import { activityChange, listOf } from '../storage/records.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };

/** 02:29 at the office, a hundred days after the conversation's last message. */
const BEFORE = '2027-02-12T19:29:00.000Z';
const AFTER = '2027-02-12T19:30:00.000Z';

const officeOf = (store: Store, clock = createStoppedClock(AFTER)) => {
  const swept: (readonly Swept[])[] = [];
  const troubles: unknown[] = [];
  const daily = createDailySweep({
    store,
    clock,
    random: systemRandomness,
    periods: RetentionPeriods.parse({}),
    onSwept: (one) => swept.push(one),
    onTrouble: (error) => troubles.push(error),
  });
  return { daily, clock, swept, troubles };
};

const storeWithTalk = async (): Promise<Store> => {
  const store = createMemoryStore();
  await store.commit([activityChange('c1', 1)]);
  return store;
};

const actions = async (store: Store) => (await listOf(store.audit.stream(EVER))).map(({ action }) => action);

describe('The daily sweep', () => {
  it('waits for its hour on the office’s clock, runs once that day and again on the next', async () => {
    const store = await storeWithTalk();
    const { daily, clock, swept } = officeOf(store, createStoppedClock(BEFORE));
    await daily.tick();
    expect(swept).toEqual([]);
    clock.moveTo(AFTER);
    await daily.tick();
    await daily.tick();
    expect(swept).toHaveLength(1);
    expect(await store.activities.since('c1', 0)).toEqual([]);
    clock.moveTo('2027-02-13T19:29:00.000Z');
    await daily.tick();
    expect(swept).toHaveLength(1);
    clock.moveTo('2027-02-13T19:30:00.000Z');
    await daily.tick();
    expect(swept).toHaveLength(2);
  });

  it('runs in one of several instances, and not again after a restart', async () => {
    const store = await storeWithTalk();
    const offices = [officeOf(store), officeOf(store), officeOf(store)];
    await Promise.all(offices.map(({ daily }) => daily.tick()));
    const restarted = officeOf(store);
    await restarted.daily.tick();
    expect([...offices, restarted].flatMap(({ swept }) => swept)).toHaveLength(1);
    expect([...offices, restarted].flatMap(({ troubles }) => troubles)).toEqual([]);
    expect(await actions(store)).toEqual(['retention.begin', 'retention.sweep']);
  });

  it('leaves an audit entry with counts and periods only', async () => {
    const store = await storeWithTalk();
    await officeOf(store).daily.tick();
    const [, entry] = await listOf(store.audit.stream(EVER));
    expect(entry).toMatchObject({
      actor: 'system',
      action: 'retention.sweep',
      details: { on: '2027-02-13', erased: { conversation: { count: 1, days: 90 } } },
    });
  });

  it('tries again at the next tick when the store takes nothing', async () => {
    const store = await storeWithTalk();
    let isFull = true;
    const commit: Store['commit'] = (changes) =>
      isFull ? Promise.reject(new DomainError('store.unavailable', 'full')) : store.commit(changes);
    const { daily, swept, troubles } = officeOf({ ...store, commit });
    await daily.tick();
    expect([swept, troubles]).toMatchObject([[], [{ code: 'store.unavailable' }]]);
    isFull = false;
    await daily.tick();
    expect(swept).toHaveLength(1);
  });

  it('does nothing once it is stopped', async () => {
    const store = await storeWithTalk();
    const { daily } = officeOf(store);
    await daily.stop();
    await daily.tick();
    expect(await actions(store)).toEqual([]);
  });
});
