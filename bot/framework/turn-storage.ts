import type { Storage } from 'botbuilder';
import { JsonObject } from '../../data/json.js';
import type { Change, StateStore } from '../../data/store.js';

/** The SDK's storage for one turn: reads what is kept, and stages what it writes for the turn's one commit. */
export const createTurnStorage = (state: StateStore, stage: (change: Change) => void): Storage => ({
  read: (keys) => state.read(keys),
  write: (changes) => {
    for (const [key, value] of Object.entries(changes))
      stage({ kind: 'state', key, value: JsonObject.parse(plain(value)) });
    return Promise.resolve();
  },
  delete: (keys) => {
    for (const key of keys) stage({ kind: 'state', key, value: null });
    return Promise.resolve();
  },
});

/** Without undefined values and the SDK's change marks, which are not JSON. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
