import { CHANGE_KINDS, Change } from '../../store.js';
import type { Store } from '../../store.js';
import { changeRows } from './change-row.js';
import type { Database } from './connect.js';
import { createReaders } from './reading/readers.js';

interface PostgresStoreOptions {
  /** Closed with the store. */
  database: Database;
  /** Leads every key: several offices may share a database. */
  office: string;
}

/** The store of several instances, over a database that `migratePostgres` has brought up to date. */
export const createPostgresStore = ({ database, office }: PostgresStoreOptions): Store => {
  const write = async (function_: 'commit_changes' | 'load_changes', changes: readonly Change[]) => {
    const rows = JSON.stringify(changeRows(changes.map((change) => Change.parse(change))));
    await database.run((sql) => sql`select ${sql(function_)}(${office}, ${rows}::text::json)`);
  };
  return {
    ...createReaders(database, office),
    commit: (changes) => write('commit_changes', changes),
    load: (changes) => write('load_changes', changes),
    async purge() {
      for (const kind of CHANGE_KINDS) await database.maintain((sql) => sql`vacuum ${sql(kind)}`);
    },
    async health() {
      try {
        await database.run(
          (sql) => sql`
            insert into probe (office, at) values (${office}, now())
            on conflict (office) do update set at = excluded.at`,
        );
        return { ready: true };
      } catch (error) {
        return { ready: false, reason: error instanceof Error ? error.message : 'unknown' };
      }
    },
    close: () => database.close(),
  };
};
