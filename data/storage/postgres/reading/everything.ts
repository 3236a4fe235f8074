import { z } from 'zod';
import { CHANGE_KINDS, Change } from '../../../store.js';
import { storedRecord } from '../../stored-record.js';
import type { Database, Statement } from '../connect.js';
import { keyOf } from '../key-text.js';

/** A snapshot as the port has it. One statement, so that all of it is of one moment. */
export async function* everything(database: Database, office: string): AsyncGenerator<Change> {
  for await (const rows of database.sweep(allTables(office)))
    for (const { kind, key, record } of Rows.parse(rows)) {
      const change = kind === 'state' ? { kind, key: keyOf(key), value: record } : { kind, record };
      yield storedRecord(Change, change, kind);
    }
}

/** The parts of a union come one after the other; nothing is sorted but within its table, by an index. */
const allTables =
  (office: string): Statement =>
  (sql) => {
    const tables = CHANGE_KINDS.map(
      (kind) => sql`(
        select ${kind}::text as kind, key, record from ${sql(kind)} where office = ${office}
        order by ${ORDER[kind]?.(sql) ?? sql`at, key`}
      )`,
    );
    return sql`${tables.flatMap((table, index) => (index === 0 ? [table] : [sql` union all `, table]))}`;
  };

/** What has no index by time. */
const ORDER: Partial<Record<Change['kind'], (sql: Parameters<Statement>[0]) => ReturnType<Statement>>> = {
  state: (sql) => sql`key`,
  activity: (sql) => sql`key, version`,
};

const Rows = z.array(z.object({ kind: z.enum(CHANGE_KINDS), key: z.string(), record: z.unknown() }));
