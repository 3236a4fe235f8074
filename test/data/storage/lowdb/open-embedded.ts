import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import type { EmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import type { Store } from '../../../../data/store.js';
import type { StoreUnderTest } from '../store-contract.js';
import type { Clock } from '../../../../data/clock.js';

type OpenEmbedded = (clock: Clock) => Promise<StoreUnderTest & { archive(): Promise<void> }>;

/** The embedded store in a temporary folder. `archiveAlways` moves everything into the archive after each commit. */
export const openEmbedded =
  ({ archiveAlways = false, ...options }: { archiveAlways?: boolean; journalLimit?: number }): OpenEmbedded =>
  async (clock) => {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-store-'));
    const failures: unknown[] = [];
    const onTrouble = (error: unknown) => failures.push(error);
    let store = await createEmbeddedStore({ folder, clock, onTrouble, ...options });
    return {
      store: () => (archiveAlways ? archiving(store) : store),
      async restart() {
        await store.close();
        store = await createEmbeddedStore({ folder, clock, onTrouble, ...options });
      },
      archive: () => store.archive(),
      async remove() {
        await store.close();
        await rm(folder, { recursive: true });
        if (failures.length > 0) throw new AggregateError(failures, 'archiving failed');
      },
    };
  };

const archiving = (store: EmbeddedStore): Store => ({
  ...store,
  async commit(changes) {
    await store.commit(changes);
    await store.archive();
  },
});
