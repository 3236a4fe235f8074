import { connectPostgres } from '../../../../data/storage/postgres/connect.js';
import { migratePostgres } from '../../../../data/storage/postgres/migrate.js';
import { createPostgresStore } from '../../../../data/storage/postgres/postgres-store.js';
import type { Store } from '../../../../data/store.js';
import type { PostgresServer } from '../../../support/postgres-server.js';
import type { OpenStore } from '../store-contract.js';

/** With fewer connections than the tests have writers. */
export const openStore = async (url: string): Promise<Store> => {
  await migratePostgres(url);
  return createPostgresStore({ database: connectPostgres({ url, connections: 4 }), office: 'H26' });
};

/** A store over a new database of the server. */
export const openPostgres =
  (server: () => PostgresServer): OpenStore =>
  async () => {
    const url = await server().createDatabase();
    let store = await openStore(url);
    return {
      store: () => store,
      async restart() {
        await store.close();
        store = await openStore(url);
      },
      remove: () => store.close(),
    };
  };
