import { join } from 'node:path';
import type { Victim } from '../kill-rounds.js';
import { openStore } from './open-store.js';

export const databaseVictim = (url: string): Victim => ({
  child: join(import.meta.dirname, 'crash-child.ts'),
  target: url,
  async open() {
    const store = await openStore(url);
    return { store, close: () => store.close() };
  },
});
