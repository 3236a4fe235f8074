import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownServer } from '../../../support/postgres-server.js';
import type { PostgresServer } from '../../../support/postgres-server.js';
import { seeded } from '../../../support/seeded.js';
import { killRounds } from '../kill-rounds.js';
import { databaseVictim } from './database-victim.js';
import { stopRounds } from './stop-rounds.js';

const NO_TROUBLE = { lost: [], doubled: [], halves: [] };

let server: PostgresServer;
beforeAll(async () => {
  server = await ownServer();
});
afterAll(() => server.remove());

it('PostgreSQL stopped and started three times under fifty writers loses, doubles and halves nothing', async () => {
  const outcome = await stopRounds(server, 3, seeded(Date.now()));
  expect(outcome).toMatchObject(NO_TROUBLE);
  expect(outcome.acknowledged).toHaveLength(3);
});

it(
  'An instance killed ten times under fifty writers loses, doubles and halves nothing',
  { timeout: 120_000 },
  async () => {
    const outcome = await killRounds(databaseVictim(await server.createDatabase()), 10, seeded(Date.now()));
    expect(outcome).toMatchObject({ ...NO_TROUBLE, failedStarts: [] });
    expect(outcome.acknowledged).toBeGreaterThan(0);
  },
);
