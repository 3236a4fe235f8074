import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPostgres } from '../../../../data/storage/postgres/connect.js';
import type { Database } from '../../../../data/storage/postgres/connect.js';
import { startPostgres } from '../../../support/postgres-server.js';
import type { PostgresServer } from '../../../support/postgres-server.js';

describe('What PostgreSQL refuses', () => {
  let server: PostgresServer;
  let database: Database;
  beforeAll(async () => {
    server = await startPostgres();
    database = connectPostgres({ url: await server.createDatabase() });
  });
  afterAll(async () => {
    await database.close();
    await server.remove();
  });

  const raised = (state: string): Promise<unknown> =>
    database
      .run((sql) => sql.unsafe(`do $$ begin raise exception 'riêng tư' using errcode = '${state}'; end $$`))
      .catch((error: unknown) => error);

  it.each([
    ['a full disk', '53100'],
    ['too many connections', '53300'],
    ['a shutdown', '57P01'],
    ['a failing disk', '58030'],
    ['a read-only server', '25006'],
    ['a privilege that was taken away', '42501'],
    ['a lock that is not free', '55P03'],
  ])('for %s is unavailable', async (_what, state) => {
    expect(await raised(state)).toMatchObject({
      name: 'DomainError',
      code: 'store.unavailable',
      message: `The database does not serve us (${state}).`,
    });
  });

  it.each([
    ['a version that does not continue', 'MC001'],
    ['a key that is taken', '23505'],
    ['a serialization failure', '40001'],
    ['a deadlock', '40P01'],
  ])('for %s is a conflict', async (_what, state) => {
    expect(await raised(state)).toMatchObject({ name: 'DomainError', code: 'store.conflict' });
  });

  it('for anything else is a bug, told without what was written', async () => {
    expect(await raised('22012')).toEqual(new Error('PostgreSQL refused a statement of ours (22012).'));
  });
});
