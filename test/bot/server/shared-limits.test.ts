import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../bot/server/limits.js';
import { systemClock } from '../../../data/clock.js';
import { createProcessRateBuckets } from '../../../data/rates/process-rate-buckets.js';
import { createSteadyRateBuckets } from '../../../data/rates/steady-rate-buckets.js';
import { createDatabaseRateBuckets } from '../../../data/storage/postgres/instances/database-rate-buckets.js';
import { directLine, message } from '../../support/direct-line-caller.js';
import { startOfficeDatabase } from '../../support/office-database.js';
import type { OfficeDatabase } from '../../support/office-database.js';
import { createMemoryStore } from '../../support/memory-store.js';
import { startServer } from '../../support/test-server.js';
import type { TestServer } from '../../support/test-server.js';

/** Opening the conversation takes one of them. */
const rates = { ...LIMITS.rates, message: { burst: 4, perSecond: 0.001 } };

describe('limits over several instances', () => {
  let postgres: OfficeDatabase;
  const servers: TestServer[] = [];
  beforeAll(async () => {
    postgres = await startOfficeDatabase();
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });
  afterAll(() => postgres.remove());

  const store = createMemoryStore();
  const instance = async () => {
    const database = postgres.connect();
    const troubles: unknown[] = [];
    const server = await startServer({
      store,
      limits: { ...LIMITS, rates },
      rateBuckets: createSteadyRateBuckets({
        shared: createDatabaseRateBuckets({ database, office: 'so-mau' }),
        own: createProcessRateBuckets({ clock: systemClock, most: LIMITS.buckets }),
        clock: systemClock,
        onTrouble: (error) => troubles.push(error),
      }),
    });
    servers.push(server);
    return { line: directLine(server.domain), database, troubles };
  };

  it('hold on one when they are reached on the other', async () => {
    const [here, there] = [await instance(), await instance()];
    const opened = await here.line.open();
    const statuses = [];
    for (let posted = 0; posted < 4; posted += 1)
      statuses.push((await here.line.post(opened, message('xin chào'))).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await there.line.post(opened, message('xin chào'));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  });

  it('are counted by each for itself while the database is gone', async () => {
    const { line, database, troubles } = await instance();
    await database.close();
    const opened = await line.open();
    const statuses = [];
    for (let posted = 0; posted < 4; posted += 1)
      statuses.push((await line.post(opened, message('xin chào'))).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(troubles).toHaveLength(1);
  });
});
