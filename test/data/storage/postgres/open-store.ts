import { connectPostgres } from '../../../../data/storage/postgres/connect.js';
import { migratePostgres } from '../../../../data/storage/postgres/migrate.js';
import { createPostgresStore } from '../../../../data/storage/postgres/postgres-store.js';
import type { Store } from '../../../../data/store.js';

/** With fewer connections than the tests have writers. */
export const openStore = async (url: string, office = 'H26'): Promise<Store> => {
  await migratePostgres(url);
  return createPostgresStore({ database: connectPostgres({ url, connections: 4 }), office });
};
