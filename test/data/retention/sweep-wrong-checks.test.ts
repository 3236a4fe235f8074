import { describe, expect, it } from 'vitest';
import { instant } from '../../../data/calendar/day.js';
import { readWrongChecks } from '../../../data/dossiers/read-wrong-checks.js';
import { wrongChecksKey } from '../../../data/dossiers/wrong-checks.js';
import { RetentionPeriods } from '../../../data/retention/retention-periods.js';
import { sweep } from '../../../data/retention/sweep.js';
import type { Store } from '../../../data/store.js';
import { createMemoryStore } from '../../support/memory-store.js';
import { listOf, stateChange } from '../storage/records.js';

const NOW = new Date('2026-11-20T02:00:00.000Z');
const MINUTE_MS = 60_000;

const wrongly = async (store: Store, code: string, minutesAgo: readonly number[]) => {
  for (const minutes of minutesAgo) {
    const now = new Date(NOW.getTime() - minutes * MINUTE_MS);
    const checked = { what: 'dossier' as const, code, limit: 2, now };
    await store.commit([(await readWrongChecks(store.state, checked)).oneMore]);
  }
};

const sweepNow = (store: Store, dryRun = false) =>
  sweep(
    { store, clock: { now: () => NOW } },
    { periods: RetentionPeriods.parse({}), on: '2026-11-20', dryRun },
  );

const keysIn = async (store: Store) => (await listOf(store.state.under(''))).map(({ key }) => key).sort();

describe('The wrong checks of a code', () => {
  it('are swept when they lock nothing any more, and not a minute before', async () => {
    const store = createMemoryStore();
    await wrongly(store, 'never existed', [90, 60]);
    await wrongly(store, 'locked', [90, 59, 1]);
    await store.commit([stateChange('conversation/1', { failures: [instant(NOW)] })]);
    await sweepNow(store);
    expect(await keysIn(store)).toEqual(['conversation/1', wrongChecksKey('dossier', 'locked')]);
    const checked = { what: 'dossier' as const, code: 'locked', limit: 2, now: NOW };
    expect((await readWrongChecks(store.state, checked)).locked).toBe(true);
  });

  it('stay when a sweep is only tried', async () => {
    const store = createMemoryStore();
    await wrongly(store, 'never existed', [90]);
    await sweepNow(store, true);
    expect(await keysIn(store)).toHaveLength(1);
  });

  it('are swept however many codes were tried', async () => {
    const store = createMemoryStore();
    const long = instant(new Date('2026-11-19T02:00:00.000Z'));
    await store.commit(
      Array.from({ length: 250 }, (_, index) =>
        stateChange(wrongChecksKey('feedback', String(index)), { failures: [long] }),
      ),
    );
    await sweepNow(store);
    expect(await keysIn(store)).toEqual([]);
  });
});
