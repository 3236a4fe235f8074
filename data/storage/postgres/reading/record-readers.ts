import { z } from 'zod';
import type { RecordKind, RecordReaders } from '../../repositories.js';
import { storedRecord } from '../../stored-record.js';
import type { Database, Statement } from '../connect.js';
import { keyText } from '../key-text.js';

/** Lists are as they were when their first record is asked for. */
export const createRecordReaders = (database: Database, office: string): RecordReaders => {
  async function* records<T>(
    kind: RecordKind,
    schema: z.ZodType<T>,
    statement: Statement,
  ): AsyncGenerator<T> {
    for await (const rows of database.stream(statement))
      for (const { record } of RecordRows.parse(rows)) yield storedRecord(schema, record, kind);
  }
  return {
    async find(kind, schema, key) {
      const rows = await database.run(
        (sql) => sql`select record from ${sql(kind)} where office = ${office} and key = ${keyText(key)}`,
      );
      const [row] = RecordRows.parse(rows);
      return row ? storedRecord(schema, row.record, kind) : null;
    },
    between: (kind, schema, from, to) =>
      records(
        kind,
        schema,
        (sql) => sql`
          select record from ${sql(kind)}
          where office = ${office} and at between ${new Date(from)} and ${new Date(to)} order by at, key`,
      ),
    open: (kind, schema) =>
      records(
        kind,
        schema,
        (sql) => sql`select record from ${sql(kind)} where office = ${office} and open order by at, key`,
      ),
  };
};

const RecordRows = z.array(z.object({ record: z.unknown() }));
