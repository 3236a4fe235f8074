import postgres from 'postgres';
import type { Sql } from 'postgres';
import { DomainError } from '../../domain-error.js';
import { isLost, storeError } from './store-error.js';
import { createTurnstile } from './turnstile.js';

export interface PoolOptions {
  url: string;
  connections: number;
  /** Of PostgreSQL's, for each session. */
  settings: Record<string, string | number>;
}

export interface Lease {
  sql: Sql;
  /** Call it once, with the error if the statement failed: it comes back as the port knows it. */
  give: (error?: unknown) => Error;
}

/**
 * Connections that are opened when needed. After one was lost all are replaced: the driver may leave the others stuck.
 */
export const createPool = (options: PoolOptions) => {
  const turnstile = createTurnstile(options.connections, WAIT_MS);
  let client: Sql | null = openClient(options);
  const replace = (lost: Sql): void => {
    if (client !== lost) return;
    client = openClient(options);
    void lost.end({ timeout: LEAVE_S });
  };
  return {
    /** Rejects with `store.unavailable` when no connection comes free or the pool is closed. */
    async take(): Promise<Lease> {
      const leave = await turnstile.enter();
      const sql = client;
      if (!sql) {
        leave();
        throw new DomainError('store.unavailable', 'The connection to the database is closed.');
      }
      return {
        sql,
        give(error) {
          leave();
          if (error !== undefined && isLost(error)) replace(sql);
          return storeError(error);
        },
      };
    },
    async close(): Promise<void> {
      const last = client;
      client = null;
      await last?.end({ timeout: LEAVE_S });
    },
  };
};

/** Together with the time for an answer (answer-in-time.ts) less than 5 s. */
const WAIT_MS = 1_500;
const CONNECT_S = 2;
const LEAVE_S = 5;
const IDLE_S = 60;

const openClient = ({ url, connections, settings }: PoolOptions): Sql =>
  postgres(url, {
    max: connections,
    connect_timeout: CONNECT_S,
    idle_timeout: IDLE_S,
    backoff: () => 0.05,
    fetch_types: false,
    onnotice: () => undefined,
    connection: { application_name: 'motcua', ...settings },
  });
