import { randomUUID } from 'node:crypto';
import type { OpenStore } from '../store-contract.js';
import { openStore } from './open-store.js';

/** The store of a new office in the database, beside the offices of all other tests. */
export const openPostgres =
  (url: () => string): OpenStore =>
  async () => {
    const office = randomUUID();
    let store = await openStore(url(), office);
    return {
      store: () => store,
      async restart() {
        await store.close();
        store = await openStore(url(), office);
      },
      remove: () => store.close(),
    };
  };
