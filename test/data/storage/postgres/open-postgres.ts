import type { PostgresServer } from '../../../support/postgres-server.js';
import type { OpenStore } from '../store-contract.js';
import { openStore } from './open-store.js';

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
