import { LIMITS } from '../bot/server/limits.js';
import type { Config } from '../config.js';
import { systemClock } from '../data/clock.js';
import { createProcessRateBuckets } from '../data/rates/process-rate-buckets.js';
import { createSteadyRateBuckets } from '../data/rates/steady-rate-buckets.js';
import { connectPostgres } from '../data/storage/postgres/connect.js';
import { createDatabaseRateBuckets } from '../data/storage/postgres/instances/database-rate-buckets.js';
import { createDatabaseWakeUp } from '../data/storage/postgres/instances/database-wake-up.js';
import { keptDatabaseSecret } from '../data/storage/postgres/instances/kept-database-secret.js';
import { createLeasedTurnLock } from '../data/storage/postgres/instances/leased-turn-lock.js';
import { migratePostgres } from '../data/storage/postgres/migrate.js';
import { createPostgresStore } from '../data/storage/postgres/postgres-store.js';
import type { OpenedStorage, Report } from './opened-storage.js';

/**
 * The office's part of a PostgreSQL, brought up to date first: any number of instances and commands may open it, and
 * turns, wake-ups and limits hold over all of them. Throws DomainError `store.unavailable` when it cannot be reached,
 * `store.outdated` when it is newer than this code.
 */
export const openDatabase = async (
  {
    DATABASE_URL: url,
    OFFICE_ID: office,
  }: Pick<Config & { STORAGE: 'postgres' }, 'DATABASE_URL' | 'OFFICE_ID'>,
  report: Report,
): Promise<OpenedStorage> => {
  await migratePostgres(url);
  const database = connectPostgres({ url });
  const wakeUp = createDatabaseWakeUp({ database, url, office });
  const turnLock = createLeasedTurnLock({ database, office, wakeUp });
  const shared = createDatabaseRateBuckets({ database, office });
  const store = createPostgresStore({ database, office });
  return {
    store,
    turnLock,
    wakeUp,
    rateBuckets: createSteadyRateBuckets({
      shared,
      own: createProcessRateBuckets({ clock: systemClock, most: LIMITS.buckets }),
      clock: systemClock,
      onTrouble: (err) => {
        report('warn', 'rateLimits.countedAlone', { err });
      },
    }),
    keptSecret: () => keptDatabaseSecret(database, office),
    // Whoever has a command opens the database himself.
    serve: () => undefined,
    async close() {
      turnLock.close();
      shared.close();
      await wakeUp.close();
      await store.close();
    },
  };
};
