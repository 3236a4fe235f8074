import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDailySweep } from '../../../../data/retention/daily-sweep.js';
import { RetentionPeriods } from '../../../../data/retention/retention-periods.js';
import { systemRandomness } from '../../../../data/randomness.js';
import { connectPostgres } from '../../../../data/storage/postgres/connect.js';
import { migratePostgres } from '../../../../data/storage/postgres/migrate.js';
import { createPostgresStore } from '../../../../data/storage/postgres/postgres-store.js';
import { startPostgres } from '../../../support/postgres-server.js';
import type { PostgresServer } from '../../../support/postgres-server.js';
import { activityChange, erasureChange, listOf, stateChange } from '../records.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const clock = { now: () => new Date('2027-02-13T20:00:00.000Z') };

it('Two instances on one database sweep once a day', async () => {
  const url = await server.createDatabase();
  await migratePostgres(url);
  const stores = [1, 2].map(() =>
    createPostgresStore({ database: connectPostgres({ url, connections: 2 }), office: 'H26' }),
  );
  const [store] = stores;
  if (!store) throw new Error('there are two');
  await store.commit(
    Array.from({ length: 250 }, (_, index) => [
      activityChange(`c${String(index)}`, 1),
      stateChange(`chat/conversations/c${String(index)}/`, { at: 'home' }),
    ]).flat(),
  );
  const counts: number[] = [];
  const troubles: unknown[] = [];
  const instances = stores.map((one) =>
    createDailySweep({
      store: one,
      clock,
      random: systemRandomness,
      periods: RetentionPeriods.parse({}),
      onSwept: (swept) => counts.push(...swept.map(({ count }) => count).filter((count) => count > 0)),
      onTrouble: (error) => troubles.push(error),
    }),
  );
  await Promise.all(instances.map((daily) => daily.tick()));
  expect(troubles).toEqual([]);
  expect(counts).toEqual([250]);
  const left = (await listOf(store.snapshot())).filter(({ kind }) => kind === 'activity' || kind === 'state');
  expect(left).toEqual([]);
  expect(await store.erasures.find('conversation', 'c7')).toMatchObject({
    ...erasureChange('conversation', 'c7', 1).record,
    at: clock.now().toISOString(),
  });
  await Promise.all(stores.map((one) => one.close()));
});
