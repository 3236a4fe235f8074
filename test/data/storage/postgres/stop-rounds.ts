import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresServer } from '../../../support/postgres-server.js';
import { writeEndlessly } from '../endless-writers.js';
import { findTroubles } from '../kept-whole.js';
import type { KeptWhole } from '../kept-whole.js';
import { openStore } from './open-store.js';

export interface StopOutcome extends KeptWhole {
  /** Of each round, after the server had been started again. */
  acknowledged: number[];
}

/** Fifty writers on one store, which stays as it is while the server is stopped and started, again and again. */
export const stopRounds = async (
  server: PostgresServer,
  rounds: number,
  below: (limit: number) => number,
): Promise<StopOutcome> => {
  const store = await openStore(await server.createDatabase());
  const acknowledged = new Set<string>();
  const counts: number[] = [];
  let over = false;
  const writing = writeEndlessly(
    store,
    '1',
    (id) => acknowledged.add(id),
    () => over,
  );
  for (let round = 1; round <= rounds; round += 1) {
    await sleep(below(400));
    await server.stop();
    await sleep(below(200));
    const before = acknowledged.size;
    await server.start();
    while (acknowledged.size === before) await sleep(20);
    counts.push(acknowledged.size - before);
  }
  over = true;
  await writing;
  const troubles = await findTroubles(store, acknowledged);
  await store.close();
  return { acknowledged: counts, ...troubles };
};
