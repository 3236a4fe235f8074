import type { PendingQuery, Row, Sql } from 'postgres';

/**
 * Runs a statement whose rows come in batches, the next only when it is asked for. Not by the driver's own iterator: that
 * one ends without an error when the connection is lost between two batches, and an export would be cut short unseen.
 */
export const openPortal = (sql: Sql, query: PendingQuery<Row[]>) => {
  const arrived: Row[][] = [];
  let outcome: Outcome | null = null;
  let resume: ((answer: unknown) => void) | null = null;
  let notify: () => void = () => undefined;

  /** Asks for more. Never after the end: the driver would write to a connection that is gone. */
  const answer = (what: unknown): void => {
    if (!outcome) resume?.(what);
    resume = null;
  };
  const takeIn = (rows: Row[]): unknown => {
    arrived.push(rows);
    notify();
    return new Promise((resolve) => (resume = resolve));
  };
  const ended = query.cursor(BATCH, takeIn).then(
    (): Outcome => (outcome = { failed: false }),
    (error: unknown): Outcome => (outcome = { failed: true, error }),
  );
  void ended.then(() => {
    notify();
  });

  return {
    /** Null at the end; rejects as the statement does. Ask again only when the last answer is there. */
    async next(): Promise<readonly unknown[] | null> {
      if (arrived.length === 0) answer(undefined);
      while (arrived.length === 0 && !outcome) await new Promise<void>((resolve) => (notify = resolve));
      const rows = arrived.shift();
      if (rows) return rows;
      if (outcome?.failed) throw outcome.error;
      return null;
    },
    /** Nobody wants more rows. */
    leave(): void {
      answer(sql.CLOSE);
    },
    /** Resolves when the connection is free again. */
    ended,
  };
};

type Outcome = { failed: true; error: unknown } | { failed: false; error?: never };

const BATCH = 500;
