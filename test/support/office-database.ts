import { connectPostgres } from '../../data/storage/postgres/connect.js';
import type { Database } from '../../data/storage/postgres/connect.js';
import { migratePostgres } from '../../data/storage/postgres/migrate.js';
import { startPostgres } from './postgres-server.js';
import type { PostgresServer } from './postgres-server.js';

/** A migrated database and connections to it, as many as a test wants instances; all are closed with it. */
export const startOfficeDatabase = async (start: () => Promise<PostgresServer> = startPostgres) => {
  const server = await start();
  const url = await server.createDatabase();
  await migratePostgres(url);
  const opened: Database[] = [];
  return {
    server,
    url,
    connect(connections?: number): Database {
      const database = connectPostgres({ url, ...(connections === undefined ? {} : { connections }) });
      opened.push(database);
      return database;
    },
    async remove(): Promise<void> {
      await Promise.all(opened.map((database) => database.close()));
      await server.remove();
    },
  };
};
export type OfficeDatabase = Awaited<ReturnType<typeof startOfficeDatabase>>;
