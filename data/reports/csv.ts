import { stringify } from 'csv-stringify/sync';
import type { Column, Table } from './columns/column.js';
import { officeTime } from './columns/column.js';

const BOM = '\uFEFF';

/** Excel and its kin run a cell that begins so; an apostrophe in front makes it text again. */
const FORMULA = /^[=+\-@\t\r]/;

/** UTF-8 with BOM and CRLF, as Excel opens it with Vietnamese marks; row by row, never the whole table. */
export async function* csvChunks<Row>(
  { columns }: Table<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<string> {
  yield BOM + line(columns.map(({ header }) => header));
  for await (const row of rows) yield line(columns.map((column) => cell(column, row)));
}

const line = (cells: readonly (string | number)[]): string =>
  stringify([cells.map((value) => (typeof value === 'string' ? defanged(value) : value))], {
    record_delimiter: 'windows',
    quote_record_delimiter: true,
  });

const cell = <Row>(column: Column<Row>, row: Row): string | number => {
  const value = column.value(row);
  if (column.type === 'moment' && typeof value === 'string') return officeTime(value).replace('T', ' ');
  return value ?? '';
};

const defanged = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
