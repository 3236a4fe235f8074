import { createMemoryStore, emptyTables } from '../../support/memory-store.js';
import { describeStore } from './store-contract.js';

describeStore('The store in memory', () => {
  const tables = emptyTables();
  let store = createMemoryStore(tables);
  return Promise.resolve({
    store: () => store,
    restart() {
      store = createMemoryStore(tables);
      return Promise.resolve();
    },
    remove: () => Promise.resolve(),
  });
});
