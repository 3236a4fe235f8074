import { writeSync } from 'node:fs';
import { claimFolder } from '../../../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import { dossierChange, surveyChange } from '../records.js';

/**
 * Opens the folder named by its first argument and has 50 writers commit until it is killed. Prints each id that was
 * acknowledged, only after the acknowledgement; the second argument makes the ids its own.
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

const write = async (writer: number): Promise<never> => {
  const code = `${life}-${String(writer)}`;
  for (let version = 1; ; version += 1) {
    const id = `${code}-${String(version)}`;
    await store.commit([surveyChange({ id }), dossierChange({ code, version })]);
    writeSync(1, `${id}\n`);
  }
};
await Promise.all(Array.from({ length: 50 }, (_, writer) => write(writer)));
