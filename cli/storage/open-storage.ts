import { resolve } from 'node:path';
import type { Config } from '../../config.js';
import { systemClock } from '../../data/clock.js';
import { claimFolder } from '../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../data/storage/lowdb/embedded-store.js';
import type { Store } from '../../data/store.js';

/** A storage this process alone works on. */
interface OwnedStorage {
  store: Store;
  close(): Promise<void>;
}

/** Throws DomainError `store.locked` while a server owns the folder. */
export const openStorage = ({ DATA_DIR }: Config): Promise<OwnedStorage> => openFolder(resolve(DATA_DIR));

const openFolder = async (folder: string): Promise<OwnedStorage> => {
  const claim = await claimFolder(folder, (socket) => socket.destroy());
  try {
    const store = await createEmbeddedStore({ folder, clock: systemClock });
    return {
      store,
      async close() {
        await store.close();
        await claim.release();
      },
    };
  } catch (error) {
    await claim.release();
    throw error;
  }
};
