import { connectPostgres } from '../../../../data/storage/postgres/connect.js';
import { migratePostgres } from '../../../../data/storage/postgres/migrate.js';
import { createPostgresStore } from '../../../../data/storage/postgres/postgres-store.js';
import type { PostgresServer } from '../../../support/postgres-server.js';
import type { OpenStore } from '../store-contract.js';

/** A store over a new database of the server. */
export const openPostgres =
  (server: () => PostgresServer): OpenStore =>
  async () => {
    const url = await server().createDatabase();
    await migratePostgres(url);
    const open = () =>
      createPostgresStore({ database: connectPostgres({ url, connections: 4 }), office: 'H26' });
    let store = open();
    return {
      store: () => store,
      async restart() {
        await store.close();
        store = open();
      },
      remove: () => store.close(),
    };
  };
