import readXlsxFile from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/universal';
import type { Cell as FileCell } from 'write-excel-file/universal';

/** A sheet as a person sees it: the header is row 1. */
interface OpenSheet {
  rows: unknown[][];
  /** The row's cell under a header. */
  cell(row: number, header: string): unknown;
  put(row: number, header: string, value: unknown): void;
  /** The first row, as Excel counts, whose cell under the header is this. */
  rowOf(header: string, value: unknown): number;
  /** Copies a row in below itself and returns where. */
  repeat(row: number): number;
}

export type OpenWorkbook = (title: string) => OpenSheet;

/** The file as somebody opened, changed and saved it: other bytes, plain cells, no formats of ours. */
export const editedWorkbook = async (
  file: Uint8Array,
  edit: (sheet: OpenWorkbook, titles: Map<string, unknown[][]>) => void,
): Promise<Uint8Array> => {
  const sheets = await readXlsxFile(Buffer.from(file));
  const rows = new Map<string, unknown[][]>(sheets.map(({ sheet, data }) => [sheet, data]));
  edit((title) => openSheet(rows.get(title) ?? missing(title)), rows);
  const saved = [...rows].map(([sheet, data]) => ({ sheet, data: data.map((row) => row.map(plainCell)) }));
  return new Uint8Array(await (await writeXlsxFile(saved).toBlob()).arrayBuffer());
};

const openSheet = (rows: unknown[][]): OpenSheet => {
  const columnOf = (header: string): number => {
    const at = rows[0]?.indexOf(header) ?? -1;
    return at < 0 ? missing(header) : at;
  };
  return {
    rows,
    cell: (row, header) => rows[row - 1]?.[columnOf(header)] ?? null,
    put: (row, header, value) => {
      (rows[row - 1] ?? missing(String(row)))[columnOf(header)] = value;
    },
    rowOf: (header, value) => {
      const at = rows.findIndex((row) => row[columnOf(header)] === value);
      return at < 0 ? missing(String(value)) : at + 1;
    },
    repeat: (row) => {
      rows.splice(row, 0, [...(rows[row - 1] ?? missing(String(row)))]);
      return row + 1;
    },
  };
};

const missing = (what: string): never => {
  throw new Error(`the file has no ${what}`);
};

const plainCell = (value: unknown): FileCell => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
  if (typeof value === 'number') return { value, type: Number };
  return { value: typeof value === 'string' ? value : JSON.stringify(value), type: String };
};
