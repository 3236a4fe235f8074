import { afterAll, beforeAll, describe } from 'vitest';
import { startPostgres } from '../../../support/postgres-server.js';
import type { PostgresServer } from '../../../support/postgres-server.js';
import { describeStore } from '../store-contract.js';
import { openPostgres } from './open-postgres.js';

describe('On PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  describeStore(
    'the store',
    openPostgres(() => server),
  );
});
