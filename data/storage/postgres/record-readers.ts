import { z } from 'zod';
import type { DayRange } from '../../store.js';
import type { KeyedKind, OpenKind } from '../lowdb/head.js';
import { timesOf } from '../record-lists.js';
import { storedRecord } from '../stored-record.js';
import type { Database, Statement } from './connect.js';
import { keyText } from './key-text.js';

/** The tables that are all alike. */
type RecordKind = Exclude<KeyedKind, 'state'>;

/** Readers of one kind of record; lists are oldest first and as they were when the first record is asked for. */
export const createRecordReaders = (database: Database, office: string) => {
  async function* records<T>(
    kind: RecordKind,
    schema: z.ZodType<T>,
    statement: Statement,
  ): AsyncGenerator<T> {
    for await (const rows of database.stream(statement))
      for (const { record } of RecordRows.parse(rows)) yield storedRecord(schema, record, kind);
  }
  const between = <T>(kind: RecordKind, schema: z.ZodType<T>, from: number, to: number): AsyncGenerator<T> =>
    records(
      kind,
      schema,
      (sql) => sql`
        select record from ${sql(kind)}
        where office = ${office} and at between ${new Date(from)} and ${new Date(to)} order by at, key`,
    );
  return {
    find:
      <T>(kind: RecordKind, schema: z.ZodType<T>) =>
      async (key: string): Promise<T | null> => {
        const rows = await database.run(
          (sql) => sql`select record from ${sql(kind)} where office = ${office} and key = ${keyText(key)}`,
        );
        const [row] = RecordRows.parse(rows);
        return row ? storedRecord(schema, row.record, kind) : null;
      },
    stream:
      <T>(kind: RecordKind, schema: z.ZodType<T>) =>
      (range: DayRange): AsyncGenerator<T> => {
        const { from, to } = timesOf(range);
        return between(kind, schema, from, to);
      },
    open: <T>(kind: OpenKind, schema: z.ZodType<T>): AsyncGenerator<T> =>
      records(
        kind,
        schema,
        (sql) => sql`select record from ${sql(kind)} where office = ${office} and open order by at, key`,
      ),
    until: <T>(kind: RecordKind, schema: z.ZodType<T>, before: Date): AsyncGenerator<T> =>
      between(kind, schema, 0, before.getTime() - 1),
    all: <T>(kind: RecordKind, schema: z.ZodType<T>): AsyncGenerator<T> =>
      records(
        kind,
        schema,
        (sql) => sql`select record from ${sql(kind)} where office = ${office} order by at, key`,
      ),
  };
};

const RecordRows = z.array(z.object({ record: z.unknown() }));
