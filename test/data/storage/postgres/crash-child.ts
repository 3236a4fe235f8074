import { writeSync } from 'node:fs';
import { openStore } from './open-store.js';
import { writeEndlessly } from '../endless-writers.js';

/** As the embedded store's: writes to the database named by its first argument until it is killed. */
const [url = '', life = ''] = process.argv.slice(2);
const store = await openStore(url);
writeSync(1, 'ready\n');
await writeEndlessly(store, life, (id) => writeSync(1, `${id}\n`));
