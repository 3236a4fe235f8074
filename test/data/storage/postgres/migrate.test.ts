import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectPostgres } from '../../../../data/storage/postgres/connect.js';
import { migratePostgres, migrationsFolder } from '../../../../data/storage/postgres/migrate.js';
import { startPostgres } from '../../../support/postgres-server.js';
import type { PostgresServer } from '../../../support/postgres-server.js';

describe('Migrations', () => {
  let server: PostgresServer;
  let folder: string;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres();
    folder = await mkdtemp(join(tmpdir(), 'motcua-migrations-'));
  });
  afterAll(async () => {
    await server.remove();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    url = await server.createDatabase();
    await rm(folder, { recursive: true });
    await cp(migrationsFolder(), folder, { recursive: true });
  });

  const numbers = async () => (await readdir(folder)).sort().map((name) => Number(name.slice(0, 4)));
  const rowsOf = async (table: string) => {
    const database = connectPostgres({ url });
    const rows = await database.run((sql) => sql`select * from ${sql(table)}`);
    await database.close();
    return rows;
  };

  it('are numbered from 1 without a gap and applied in this order', async () => {
    const applied = await migratePostgres(url, folder);
    expect(applied).toEqual(applied.map((_, index) => index + 1));
    expect(applied).toEqual(await numbers());
  });

  it('are applied once, also when many instances start at once', async () => {
    await writeFile(
      join(folder, '0100-count.sql'),
      'create table counted (); insert into counted default values;',
    );
    const applied = await Promise.all([1, 2, 3, 4].map(() => migratePostgres(url, folder)));
    expect(applied.flat().sort((one, other) => one - other)).toEqual(await numbers());
    expect(await rowsOf('counted')).toHaveLength(1);
    expect(await migratePostgres(url, folder)).toEqual([]);
  });

  it('go on from where an earlier version left off', async () => {
    await migratePostgres(url, folder);
    await writeFile(join(folder, '0100-more.sql'), 'create table more ();');
    expect(await migratePostgres(url, folder)).toEqual([100]);
  });

  it('leave nothing of a file that fails half-way, and apply it once it is right', async () => {
    const file = join(folder, '0100-wrong.sql');
    await writeFile(file, 'create table half (); select * from nowhere;');
    await expect(migratePostgres(url, folder)).rejects.toThrow('Migration 100');
    await writeFile(file, 'create table half ();');
    expect(await migratePostgres(url, folder)).toEqual([100]);
  });

  it('refuse a file that was changed after it had been applied', async () => {
    await writeFile(join(folder, '0100-more.sql'), 'create table more ();');
    await migratePostgres(url, folder);
    await writeFile(join(folder, '0100-more.sql'), 'create table more (id integer);');
    await expect(migratePostgres(url, folder)).rejects.toMatchObject({
      code: 'store.outdated',
      message: 'Migration 100 was changed after it had been applied.',
    });
  });

  it('do not mind how a checkout ends its lines', async () => {
    await writeFile(join(folder, '0100-more.sql'), 'create table\nmore ();\n');
    await migratePostgres(url, folder);
    await writeFile(join(folder, '0100-more.sql'), 'create table\r\nmore ();\r\n');
    expect(await migratePostgres(url, folder)).toEqual([]);
  });

  it('refuse a database that a newer version has changed', async () => {
    await writeFile(join(folder, '0100-more.sql'), 'create table more ();');
    await migratePostgres(url, folder);
    await expect(migratePostgres(url)).rejects.toMatchObject({
      code: 'store.outdated',
      message: 'The database is newer than this version: it has migration 100.',
    });
  });

  it('say without a word about the password that the database cannot be reached', async () => {
    const wrong = new URL(url);
    wrong.pathname = '/nowhere';
    wrong.password = 'khongnoira';
    const error = await migratePostgres(wrong.href, folder).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ code: 'store.unavailable' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('khongnoira');
  });
});
