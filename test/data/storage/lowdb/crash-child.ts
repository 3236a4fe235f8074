import { writeSync } from 'node:fs';
import { claimFolder } from '../../../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import { writeEndlessly } from '../endless-writers.js';

/**
 * Opens the folder named by its first argument and writes until it is killed. Prints each id that was acknowledged, only
 * after the acknowledgement; the second argument makes the ids its own.
 */
const [folder = '', life = ''] = process.argv.slice(2);
await claimFolder(folder, (socket) => socket.destroy());
const store = await createEmbeddedStore({
  folder,
  clock: { now: () => new Date() },
  journalLimit: 200_000,
  onTrouble: (error) => {
    throw error;
  },
});
writeSync(1, 'ready\n');
await writeEndlessly(store, life, (id) => writeSync(1, `${id}\n`));
