import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { DomainError } from '../../domain-error.js';
import { projectRoot } from '../../load-dataset.js';
import { storeError } from './store-error.js';

/**
 * Brings the database to the state this version of the code works with; returns the numbers it applied. Several
 * instances may start at once: each file is applied once, whole or not at all.
 * Throws DomainError `store.outdated` when an applied file was changed since, the database is ahead of this code or refuses
 * a file, `store.unavailable` when the database cannot be reached.
 */
export const migratePostgres = async (url: string, folder = migrationsFolder()): Promise<number[]> => {
  const migrations = readMigrations(folder);
  const sql = postgres(url, { max: 1, connect_timeout: 4, fetch_types: false, onnotice: () => undefined });
  try {
    await sql.unsafe(LOCK + TABLE);
    const applied: number[] = [];
    for (const migration of missing(migrations, await readApplied(sql)))
      if (await apply(sql, migration)) applied.push(migration.number);
    missing(migrations, await readApplied(sql));
    return applied;
  } catch (error) {
    throw storeError(error);
  } finally {
    await sql.end({ timeout: 1 });
  }
};

interface Migration {
  number: number;
  checksum: string;
  statements: string;
}

/** Several statements sent as one are one transaction, which holds the lock until its end. The number is any. */
const LOCK = 'select pg_advisory_xact_lock(7226001);\n';

const TABLE = `create table if not exists applied_migration (
  number integer primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
);`;

const Applied = z.array(z.object({ number: z.int(), checksum: z.string() }));

export const migrationsFolder = (): string =>
  join(projectRoot(), 'data', 'storage', 'postgres', 'migrations');

/** `0001-what-it-does.sql`, `0002-…`. The checksum does not know how a checkout ends its lines. */
const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const statements = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      const checksum = createHash('sha256').update(statements).digest('hex');
      return { number: Number(name.slice(0, 4)), checksum, statements };
    });

const readApplied = async (sql: Sql): Promise<z.infer<typeof Applied>> =>
  Applied.parse(await sql`select number, checksum from applied_migration order by number`);

/** Those still to be applied, in order. */
const missing = (migrations: readonly Migration[], applied: z.infer<typeof Applied>): Migration[] => {
  const known = new Map(migrations.map((migration) => [migration.number, migration]));
  for (const { number, checksum } of applied) {
    const migration = known.get(number);
    if (!migration)
      throw outdated(`The database is newer than this version: it has migration ${String(number)}.`);
    if (migration.checksum !== checksum)
      throw outdated(`Migration ${String(number)} was changed after it had been applied.`);
  }
  const done = new Set(applied.map(({ number }) => number));
  return migrations.filter(({ number }) => !done.has(number));
};

/** Whether it was this call that applied it, and not another instance in the meantime. */
const apply = async (sql: Sql, { number, checksum, statements }: Migration): Promise<boolean> => {
  const claim = `insert into applied_migration (number, checksum) values (${String(number)}, '${checksum}');\n`;
  try {
    await sql.unsafe(LOCK + claim + statements);
    return true;
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    if (error.table_name === 'applied_migration') return false;
    if (storeError(error) instanceof DomainError) throw error;
    throw outdated(`Migration ${String(number)} was refused: ${error.message} (${error.code}).`);
  }
};

const outdated = (message: string): DomainError => new DomainError('store.outdated', message);
