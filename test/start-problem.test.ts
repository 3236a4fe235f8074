import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.js';
import { startOffice } from '../start-office.js';
import { startProblem } from '../start-problem.js';
import { connectPostgres } from '../data/storage/postgres/connect.js';
import { migratePostgres } from '../data/storage/postgres/migrate.js';
import { startPostgres } from './support/postgres-server.js';
import type { PostgresServer } from './support/postgres-server.js';

const LATER = 9_999;

describe('an office that cannot start with its database', () => {
  let postgres: PostgresServer;
  let url: string;
  beforeAll(async () => {
    postgres = await startPostgres();
    url = await postgres.createDatabase();
  });
  afterAll(() => postgres.remove());

  const problemWith = async (DATABASE_URL: string): Promise<string> => {
    const read = readConfig({
      STORAGE: 'postgres',
      DATABASE_URL,
      OFFICE_ID: 'so-mau',
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'motcua-start-')),
    });
    if (!read.ok) throw new Error(read.problems.join('\n'));
    const { config } = read;
    return startOffice(config).then(
      () => 'started',
      (error: unknown) => startProblem(error, config),
    );
  };
  const changed = (change: (address: URL) => void): string => {
    const address = new URL(url);
    change(address);
    return address.href;
  };

  it.each([
    ['nothing listens', (address: URL) => (address.port = '1'), 'ECONNREFUSED'],
    ['the database is not there', (address: URL) => (address.pathname = '/khong-co'), '3D000'],
  ])('says in one line without the password what is wrong when %s', async (_, change, reason) => {
    const address = changed(change);
    const problem = await problemWith(address);
    expect(problem).toMatch(/^DATABASE_URL: không dùng được cơ sở dữ liệu \(\w+\)\. Kiểm tra/);
    expect(problem).toContain(reason);
    expect(problem).not.toContain('\n');
    expect(problem).not.toContain(new URL(address).password || 'postgres://');
  });

  it('says so when a newer version has brought the database further', async () => {
    await migratePostgres(url);
    const database = connectPostgres({ url });
    await database.run(
      (sql) => sql`insert into applied_migration (number, checksum) values (${LATER}, 'of the future')`,
    );
    await database.close();
    expect(await problemWith(url)).toMatch(/^DATABASE_URL: cơ sở dữ liệu đã được một phiên bản khác/);
  });
});
