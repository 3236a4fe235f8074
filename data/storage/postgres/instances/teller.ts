import { isDomainError } from '../../../domain-error.js';
import type { Database } from '../connect.js';
import { payloadsOf } from './notices.js';

interface Dependencies {
  database: Database;
  channel: string;
  /** This instance, so that it knows its own notices. */
  own: string;
}

/** Sends ids to the other instances, many in one notice; what the database did not take is sent with the next. */
export const createTeller = ({ database, channel, own }: Dependencies) => {
  const untold = new Set<string>();
  let telling: Promise<boolean> | null = null;

  const tell = async (): Promise<boolean> => {
    const ids = [...untold];
    untold.clear();
    try {
      for (const payload of payloadsOf(own, ids))
        await database.run((sql) => sql`select pg_notify(${channel}, ${payload})`);
      return true;
    } catch (error) {
      // A database without NOTIFY: listeners are woken at each beat, since nothing is heard.
      if (!isDomainError(error, 'store.unavailable')) return true;
      for (const id of ids) untold.add(id);
      return false;
    }
  };
  const start = (): void => {
    if (telling) return;
    telling = tell().finally(() => {
      telling = null;
    });
    void telling.then((told) => {
      if (told && untold.size > 0) start();
    });
  };
  return {
    /** One at a time; what comes meanwhile goes together with the next. */
    tellSoon(id: string): void {
      untold.add(id);
      start();
    },
    /** Also when there is no id: the others hear it, and so does this instance. False when the database is gone. */
    async tellNow(): Promise<boolean> {
      await telling;
      return tell();
    },
    async end(): Promise<void> {
      while (telling) await telling;
      if (untold.size > 0) await tell();
    },
  };
};
export type Teller = ReturnType<typeof createTeller>;
