import type { Store } from '../../../store.js';
import { createRepositories } from '../../repositories.js';
import { createActivityLog } from '../activity-log.js';
import type { Database } from '../connect.js';
import { everything } from './everything.js';
import { readStates, statesUnder } from './read-states.js';
import { createRecordReaders } from './record-readers.js';

type Readers = Omit<Store, 'commit' | 'load' | 'purge' | 'health' | 'close'>;

/** The readers of the port. */
export const createReaders = (database: Database, office: string): Readers => ({
  ...createRepositories(createRecordReaders(database, office)),
  state: {
    read: (keys) => readStates(database, office, keys),
    under: (prefix) => statesUnder(database, office, prefix),
  },
  activities: createActivityLog(database, office),
  snapshot: () => everything(database, office),
});
