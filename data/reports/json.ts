import type { Column, Table } from './columns/column.js';
import { officeTime } from './columns/column.js';

/** One array, a row a line; moments carry the office's offset, numbers stay numbers, nothing given is null. */
export async function* jsonChunks<Row>(
  { columns }: Table<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    const entries = columns.map((column) => [column.key, cell(column, row)]);
    yield before + JSON.stringify(Object.fromEntries(entries));
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

const cell = <Row>(column: Column<Row>, row: Row): string | number | null => {
  const value = column.value(row);
  return column.type === 'moment' && typeof value === 'string' ? `${officeTime(value)}+07:00` : value;
};
