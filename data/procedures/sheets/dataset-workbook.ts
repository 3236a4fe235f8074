import writeXlsxFile from 'write-excel-file/universal';
import type { Cell as FileCell, Sheet } from 'write-excel-file/universal';
import { fixedZipTimes } from '../../reports/fixed-zip-times.js';
import { xlsxText } from '../../reports/xlsx-text.js';
import { FIELDS } from '../procedure.js';
import type { Procedure } from '../procedure.js';
import type { Cell } from './shape/cell-kind.js';
import { CODEBOOK, CODEBOOK_WIDTHS, codebookRows } from './codebook.js';
import { FIELD_SHEETS } from './shape/fact-words.js';
import { CODE_HEADER, SHEETS } from './shape/sheet-shape.js';
import type { SheetShape } from './shape/sheet-shape.js';
import { columnsOf, sheetRows } from './sheet-rows.js';

/** The records as an XLSX file a clerk can edit. The same records give the same bytes, whenever it is made. */
export const datasetWorkbook = async (records: readonly Procedure[]): Promise<Uint8Array> => {
  const sorted = [...records].sort((one, other) => (one.code < other.code ? -1 : 1));
  const sheets = SHEETS.flatMap((shape): Sheet<Blob>[] => {
    if (shape.title !== null) return [sheetOf(shape.title, shape, sorted)];
    return FIELDS.map((field) => [field, sorted.filter((record) => record.field === field)] as const)
      .filter(([, ofField]) => ofField.length > 0)
      .map(([field, ofField]) => sheetOf(FIELD_SHEETS[field], shape, ofField));
  });
  const blob = await writeXlsxFile([codebook(), ...sheets]).toBlob();
  return fixedZipTimes(new Uint8Array(await blob.arrayBuffer()));
};

const codebook = (): Sheet<Blob> => {
  const [header = [], ...rows] = codebookRows();
  return {
    sheet: CODEBOOK,
    stickyRowsCount: 1,
    columns: CODEBOOK_WIDTHS.map((width) => ({ width })),
    data: [header.map(heading), ...rows.map((row) => row.map(fileCell))],
  };
};

const CODE_WIDTH = 12;

const sheetOf = (title: string, shape: SheetShape, records: readonly Procedure[]): Sheet<Blob> => {
  const columns = columnsOf(shape);
  return {
    sheet: title,
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    columns: [{ width: CODE_WIDTH }, ...columns.map(({ width }) => ({ width }))],
    data: [
      [CODE_HEADER, ...columns.map(({ header }) => header)].map(heading),
      ...records.flatMap((record) =>
        sheetRows(record, shape).map((row) => [record.code, ...row].map(fileCell)),
      ),
    ],
  };
};

const heading = (name: Cell): FileCell => ({
  value: String(name),
  type: String,
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
  backgroundColor: '#E8EEF7',
});

/** Marked as text, so that Excel makes no number of `1.014200` and no formula of what begins with `=`. */
const fileCell = (cell: Cell): FileCell => {
  if (cell === null) return null;
  if (cell instanceof Date) return { value: cell, type: Date, format: 'dd/mm/yyyy', alignVertical: 'top' };
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' };
  return { value: xlsxText(cell), type: String, format: '@', wrap: true, alignVertical: 'top' };
};
