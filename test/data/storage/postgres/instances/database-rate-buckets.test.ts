import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDatabaseRateBuckets } from '../../../../../data/storage/postgres/instances/database-rate-buckets.js';
import { startOfficeDatabase } from '../../../../support/office-database.js';
import type { OfficeDatabase } from '../../../../support/office-database.js';

/** So slow that no test sees it fill. */
const RATE = { burst: 3, perSecond: 0.001 };

describe('buckets that instances share', () => {
  let postgres: OfficeDatabase;
  let closing: (() => void)[] = [];
  beforeAll(async () => {
    postgres = await startOfficeDatabase();
  });
  afterEach(async () => {
    for (const close of closing) close();
    closing = [];
    await postgres.connect().run((sql) => sql`delete from rate_bucket`);
  });
  afterAll(() => postgres.remove());
  const instance = (office = 'so-mau') => {
    const buckets = createDatabaseRateBuckets({ database: postgres.connect(), office });
    closing.push(() => {
      buckets.close();
    });
    return buckets;
  };

  it('hold over all of them, also when many take at once', async () => {
    const instances = [instance(), instance()];
    const taken = await Promise.all(
      [1, 2, 3, 4, 5].flatMap(() => instances.map((one) => one.take('message', 'c1', RATE))),
    );
    expect(taken.filter((seconds) => seconds === 0)).toHaveLength(3);
  });

  it('say how long to wait', async () => {
    const buckets = instance();
    for (const expected of [0, 0, 0, 1_000, 1_000])
      expect(await buckets.take('message', 'c1', RATE)).toBeLessThanOrEqual(expected);
    expect(await buckets.take('message', 'c1', RATE)).toBeGreaterThan(900);
  });

  it('fill again as time passes', async () => {
    const buckets = instance();
    for (let taken = 0; taken < 4; taken += 1) await buckets.take('message', 'c1', RATE);
    await postgres
      .connect()
      .run((sql) => sql`update rate_bucket set full_at = full_at - interval '1000 seconds'`);
    expect(await buckets.take('message', 'c1', RATE)).toBe(0);
    expect(await buckets.take('message', 'c1', RATE)).toBeGreaterThan(0);
  });

  it('count each office, kind and key for itself', async () => {
    const buckets = instance();
    for (let taken = 0; taken < 4; taken += 1) await buckets.take('message', 'c1', RATE);
    expect(await buckets.take('message', 'c2', RATE)).toBe(0);
    expect(await buckets.take('token', 'c1', RATE)).toBe(0);
    expect(await instance('so-khac').take('message', 'c1', RATE)).toBe(0);
  });

  it('show nobody a phone number', async () => {
    await instance().take('sms', '0912345678', RATE);
    const rows = await postgres.connect().run((sql) => sql`select * from rate_bucket`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('912345678');
  });
});
