import postgres from 'postgres';
import type { Sql } from 'postgres';
import { DomainError } from '../../domain-error.js';
import { isLost, storeError } from './store-error.js';
import { createTurnstile } from './turnstile.js';

/**
 * One PostgreSQL as this process uses it: single statements, each a transaction of its own.
 *
 * The driver's `begin`, `reserve` and `cursor` are left alone: when the connection is lost in between, version 3.4
 * throws where nobody can catch it, and may run the rest of a transaction outside of it. What must happen together is one
 * statement, at most one that calls a function of the migrations.
 */
export interface Database {
  /**
   * Runs one statement and resolves its rows, unparsed. Within 5 s it has answered or rejects with DomainError
   * `store.unavailable` (it may yet have been done) or `store.conflict`. No error holds credentials or data.
   */
  run: (statement: Statement) => Promise<readonly unknown[]>;
  /** Ends when what runs has been answered; afterwards everything is `store.unavailable`. */
  close: () => Promise<void>;
}

export type Statement = (sql: Sql) => PromiseLike<readonly unknown[]>;

export interface DatabaseAddress {
  /** `postgres://user:password@host:port/database`; never logged. */
  url: string;
  /** At most so many at once; what comes in more waits. */
  connections?: number;
}

/** Connects with the first statement, and again by itself after the database was gone. */
export const connectPostgres = ({ url, connections = 10 }: DatabaseAddress): Database => {
  const turnstile = createTurnstile(connections, WAIT_MS);
  let client: Sql | null = openClient(url, connections);
  const replace = (lost: Sql): void => {
    if (client === lost) client = openClient(url, connections);
    void lost.end({ timeout: LEAVE_S });
  };
  return {
    async run(statement) {
      const leave = await turnstile.enter();
      const sql = client;
      try {
        if (!sql) throw new DomainError('store.unavailable', 'The database connection is closed.');
        return await inTime(statement(sql));
      } catch (error) {
        // A pool that lost one connection is not trusted with the others: the driver may leave them stuck.
        if (sql && isLost(error)) replace(sql);
        throw storeError(error);
      } finally {
        leave();
      }
    },
    async close() {
      const last = client;
      client = null;
      await last?.end({ timeout: LEAVE_S });
    },
  };
};

/** Together under 5 s: waiting for a connection, then for the answer. */
const WAIT_MS = 1_500;
const ANSWER_MS = 3_000;
const CONNECT_S = 2;
const STATEMENT_MS = 2_500;
const LEAVE_S = 5;
const IDLE_S = 60;

const openClient = (url: string, connections: number): Sql =>
  postgres(url, {
    max: connections,
    connect_timeout: CONNECT_S,
    idle_timeout: IDLE_S,
    backoff: () => 0.05,
    fetch_types: false,
    onnotice: () => undefined,
    connection: { application_name: 'motcua', statement_timeout: STATEMENT_MS },
  });

const inTime = async <T>(answer: PromiseLike<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error('No answer in time.'), { code: 'NO_ANSWER' }));
    }, ANSWER_MS);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};
