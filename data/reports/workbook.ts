import writeXlsxFile from 'write-excel-file/universal';
import type { Cell, Sheet } from 'write-excel-file/universal';
import { DomainError } from '../domain-error.js';
import { codebookSheet } from './codebook.js';
import { officeTime } from './columns/column.js';
import type { Column, Table } from './columns/column.js';
import type { PlainSheet } from './plain-sheet.js';
import { xlsxText } from './xlsx-text.js';

/** The writer holds the whole file: 200,000 rows took 18 s and 0.9 GB. Excel itself stops at 1,048,576. */
const XLSX_ROW_LIMIT = 200_000;

/** More than Excel puts into one cell it calls a damaged file. */
const CELL_LIMIT = 32_767;

/** An XLSX file: the table with real numbers and dates, sheets of figures, and a sheet that explains each column. */
export const xlsxFile = async <Row>(
  table: Table<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
  figures: () => readonly PlainSheet[] = () => [],
  rowLimit = XLSX_ROW_LIMIT,
): Promise<Uint8Array> => {
  const data = [table.columns.map(({ header }) => heading(header))];
  for await (const row of rows) {
    if (data.length > rowLimit) throw tooLong(rowLimit);
    data.push(table.columns.map((column) => cell(column, row)));
  }
  const main = {
    ...SHEET,
    sheet: table.title,
    data,
    columns: table.columns.map(({ type }) => ({ width: WIDTH[type] })),
  };
  const blob = await writeXlsxFile([main, ...[...figures(), codebookSheet(table)].map(plain)]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
};

const SHEET = { stickyRowsCount: 1 };

const WIDTH = { text: 24, number: 12, day: 14, moment: 18 } as const;

const heading = (header: string): Cell => ({
  value: header,
  type: String,
  fontWeight: 'bold',
  wrap: true,
  backgroundColor: '#E8EEF7',
});

const cell = <Row>(column: Column<Row>, row: Row): Cell => {
  const value = column.value(row);
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number };
  if (column.type === 'day')
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
  if (column.type === 'moment')
    return { value: new Date(`${officeTime(value)}Z`), type: Date, format: 'dd/mm/yyyy hh:mm' };
  return textCell(value);
};

/** Marked as text, so that nothing a citizen writes is ever a formula. */
const textCell = (value: string) => ({ value: xlsxText(value.slice(0, CELL_LIMIT)), type: String }) as const;

const plain = ({ title, widths, header, rows }: PlainSheet): Sheet<Blob> => ({
  ...SHEET,
  sheet: title,
  columns: widths.map((width) => ({ width })),
  data: [
    header.map(heading),
    ...rows.map((row) =>
      row.map((value): Cell => {
        if (value === null) return null;
        return typeof value === 'number' ? { value, type: Number } : { ...textCell(value), wrap: true };
      }),
    ),
  ],
});

const tooLong = (limit: number): DomainError =>
  new DomainError(
    'report.tooLong',
    `Tệp XLSX chứa được tối đa ${limit.toLocaleString('vi-VN')} dòng. Hãy chọn khoảng ngày ngắn hơn, hoặc xuất ra CSV.`,
  );
