import type { PendingQuery, Row, Sql } from 'postgres';
import { answerInTime } from './answer-in-time.js';
import { openPortal } from './open-portal.js';
import { createPool } from './pool.js';
import type { Lease } from './pool.js';

/**
 * One PostgreSQL as this process uses it: single statements, each a transaction of its own.
 *
 * The driver's `begin`, `reserve` and iterated `cursor` are left alone: when the connection is lost in between, version
 * 3.4 throws where nobody can catch it, may run the rest of a transaction outside of it, or ends as if all rows had come.
 * What must happen together is one statement, if need be one that calls a function of the migrations.
 */
export interface Database {
  /**
   * Runs one statement and resolves its rows, unparsed. Within 5 s it has answered or rejects with DomainError
   * `store.unavailable` (it may yet have been done) or `store.conflict`. No error holds credentials or data.
   */
  run: (statement: Statement) => Promise<readonly unknown[]>;
  /** The same, in batches of rows as they were when it began; holds a connection of its own kind until left or over. */
  stream: (statement: Statement) => AsyncGenerator<readonly unknown[]>;
  /** A stream nobody waits for: a minute for each batch. */
  sweep: (statement: Statement) => AsyncGenerator<readonly unknown[]>;
  /** One statement that may take up to an hour, on a connection of the streams. */
  maintain: (statement: Statement) => Promise<void>;
  /** Ends when what runs has been answered; afterwards everything is `store.unavailable`. */
  close: () => Promise<void>;
}

export type Statement = (sql: Sql) => PendingQuery<Row[]>;

export interface DatabaseAddress {
  /** `postgres://user:password@host:port/database`; never logged. */
  url: string;
  /** At most so many statements at once; what comes in more waits. Streams have a few connections besides. */
  connections?: number;
}

/** Connects with the first statement, and again by itself after the database was gone. */
export const connectPostgres = ({ url, connections = 10 }: DatabaseAddress): Database => {
  const statements = createPool({ url, connections, settings: { statement_timeout: STATEMENT_MS } });
  const streams = createPool({ url, connections: STREAMS, settings: STREAM_SETTINGS });
  return {
    run: async (statement) => answerOf(await statements.take(), statement),
    async *stream(statement) {
      yield* rowsOf(await streams.take(), statement);
    },
    async *sweep(statement) {
      yield* rowsOf(await streams.take(), statement, BATCH_MS);
    },
    async maintain(statement) {
      await answerOf(await streams.take(), statement, LONG_MS);
    },
    async close() {
      await Promise.all([statements.close(), streams.close()]);
    },
  };
};

const STATEMENT_MS = 2_500;

/** A stream keeps its connection as long as its reader takes; it must not keep commits waiting. */
const STREAMS = 4;
const LONG_MS = 3_600_000;
const BATCH_MS = 60_000;

/** Every list has an index in its order. A sort would read all of it before the first row, and spill it to the disk. */
const STREAM_SETTINGS = { statement_timeout: LONG_MS, enable_sort: 'off' };

const answerOf = async (
  { sql, give }: Lease,
  statement: Statement,
  within?: number,
): Promise<readonly unknown[]> => {
  try {
    const rows = await answerInTime(statement(sql), within);
    give();
    return rows;
  } catch (error) {
    throw give(error);
  }
};

async function* rowsOf(
  { sql, give }: Lease,
  statement: Statement,
  within?: number,
): AsyncGenerator<readonly unknown[]> {
  const portal = openPortal(sql, statement(sql));
  const next = () => answerInTime(portal.next(), within);
  let failure: unknown;
  try {
    for (let rows = await next(); rows; rows = await next()) yield rows;
  } catch (error) {
    failure = error;
    throw give(error);
  } finally {
    portal.leave();
    if (failure === undefined) void portal.ended.then(({ error }) => give(error));
  }
}
