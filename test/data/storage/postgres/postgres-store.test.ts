import { afterAll, beforeAll, describe, it } from 'vitest';
import { startPostgres } from '../../../support/postgres-server.js';
import type { PostgresServer } from '../../../support/postgres-server.js';
import { checkRandomCommits } from '../random-commits.js';
import { describeStore } from '../store-contract.js';
import { openPostgres } from './open-postgres.js';

describe('On PostgreSQL', () => {
  let server: PostgresServer;
  let url: string;
  const open = openPostgres(() => url);
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
  });
  afterAll(() => server.remove());

  describeStore('the store', open);

  it('the store shows after any commits what a model in memory shows', { timeout: 120_000 }, () =>
    checkRandomCommits([open], 15),
  );
});
