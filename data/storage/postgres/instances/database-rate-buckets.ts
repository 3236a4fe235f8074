import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Rate, RateBuckets } from '../../../rates/rate-buckets.js';
import type { Database } from '../connect.js';

const Missing = z.array(z.object({ seconds: z.number() }));

/**
 * Buckets that all instances take from, by the database's clock. A bucket is one moment: when it will be full again
 * (the generic cell rate algorithm), so that taking is one statement. Rejects with `store.unavailable`.
 */
export const createDatabaseRateBuckets = ({ database, office }: { database: Database; office: string }) => {
  const buckets = {
    async take(kind: string, key: string, { burst, perSecond }: Rate): Promise<number> {
      const hash = hashOf(key);
      const [one, all] = [1 / perSecond, burst / perSecond];
      const taken = await database.run(
        (sql) => sql`
          insert into rate_bucket as kept (office, kind, key, taken, full_at)
          values (${office}, ${kind}, ${hash}, now(), now() + ${one}::float8 * interval '1 second')
          on conflict (office, kind, key) do update set
            taken = excluded.taken,
            full_at = greatest(kept.full_at, excluded.taken) + (excluded.full_at - excluded.taken)
          where greatest(kept.full_at, excluded.taken) + (excluded.full_at - excluded.taken)
            <= excluded.taken + ${all}::float8 * interval '1 second'
          returning true`,
      );
      return taken.length > 0
        ? 0
        : secondsUntilOne(database, { office, kind, hash, rate: { burst, perSecond } });
    },
  } satisfies RateBuckets;
  const sweep = setInterval(() => {
    // Full again means: as if it had never been asked.
    database
      .run((sql) => sql`delete from rate_bucket where office = ${office} and full_at < now()`)
      .catch(() => undefined);
  }, SWEEP_MS).unref();
  return {
    ...buckets,
    close(): void {
      clearInterval(sweep);
    },
  };
};

const SWEEP_MS = 60_000;

interface Asked {
  office: string;
  kind: string;
  hash: string;
  rate: Rate;
}

const secondsUntilOne = async (
  database: Database,
  { office, kind, hash, rate: { burst, perSecond } }: Asked,
): Promise<number> => {
  const rows = await database.run(
    (sql) => sql`
      select extract(epoch from full_at - now())::float8 as seconds from rate_bucket
      where office = ${office} and kind = ${kind} and key = ${hash}`,
  );
  const [kept] = Missing.parse(rows);
  return Math.max(1, Math.ceil((kept?.seconds ?? 0) - (burst - 1) / perSecond));
};

/** Addresses and phone numbers are nobody's business here, and a key has a length. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);
