import { join } from 'node:path';
import { claimFolder } from '../../../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import type { Victim } from '../kill-rounds.js';

export const folderVictim = (folder: string): Victim => ({
  child: join(import.meta.dirname, 'crash-child.ts'),
  target: folder,
  async open() {
    const claim = await claimFolder(folder, (socket) => socket.destroy());
    const store = await createEmbeddedStore({ folder, clock: { now: () => new Date() } });
    return {
      store,
      async close() {
        await store.close();
        await claim.release();
      },
    };
  },
});
