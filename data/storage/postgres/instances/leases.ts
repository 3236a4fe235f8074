import { z } from 'zod';
import type { Database } from '../connect.js';

const Taken = z.tuple([z.object({ holder: z.string() })]);
const Released = z.array(z.object({ awaited: z.boolean() }));

/** The rows behind the turns: a lease ends by being given back or by running out. Reject with `store.unavailable`. */
export const createLeases = ({
  database,
  office,
  leaseMs,
}: {
  database: Database;
  office: string;
  leaseMs: number;
}) => {
  const length = `${String(leaseMs)} milliseconds`;
  return {
    /** Whether it is the holder's now; if not, its present holder will say when it gives it back. */
    async take(key: string, holder: string): Promise<boolean> {
      const rows = await database.run(
        (sql) => sql`
          insert into turn_lease as held (office, key, holder, taken, until, awaited)
          values (${office}, ${key}, ${holder}, now(), now() + ${length}::text::interval, false)
          on conflict (office, key) do update set
            holder = case when held.until <= excluded.taken then excluded.holder else held.holder end,
            until = case when held.until <= excluded.taken then excluded.until else held.until end,
            awaited = held.until > excluded.taken
          returning holder`,
      );
      return Taken.parse(rows)[0].holder === holder;
    },
    /** Those that have run out and been taken over stay as they are. */
    async renew(holders: Iterable<string>): Promise<void> {
      const list = JSON.stringify([...holders]);
      await database.run(
        (sql) => sql`
          update turn_lease set until = now() + ${length}::text::interval
          where office = ${office} and holder in (select jsonb_array_elements_text(${list}::text::jsonb))`,
      );
    },
    /** Whether somebody waits for it. */
    async release(key: string, holder: string): Promise<boolean> {
      const rows = await database.run(
        (sql) => sql`
          delete from turn_lease where office = ${office} and key = ${key} and holder = ${holder}
          returning awaited`,
      );
      return Released.parse(rows).some(({ awaited }) => awaited);
    },
    /** Leases of instances that were killed and whose conversation nobody continued. */
    async sweep(): Promise<void> {
      await database.run(
        (sql) => sql`delete from turn_lease where office = ${office} and until < now() - interval '1 minute'`,
      );
    },
  };
};
export type Leases = ReturnType<typeof createLeases>;
