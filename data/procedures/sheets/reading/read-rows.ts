import { fold } from '../../../language/fold.js';
import { ProcedureCode } from '../../procedure.js';
import { procedureCode } from '../shape/cell-kind.js';
import { CODE_HEADER } from '../shape/sheet-shape.js';
import type { SheetShape } from '../shape/sheet-shape.js';
import type { SheetProblem } from './sheet-problem.js';
import { columnsOf } from '../sheet-rows.js';

/** A sheet as a spreadsheet reader gives it. */
export interface SheetTable {
  sheet: string;
  data: readonly (readonly unknown[])[];
}

/** A row of a known sheet: the cells in the order of the shape's columns. */
export interface SheetRow {
  sheet: string;
  /** As Excel counts them, the header being 1. */
  row: number;
  code: string;
  cells: readonly unknown[];
}

export interface ReadRows {
  rows: SheetRow[];
  problems: SheetProblem[];
  /** Columns nobody reads. */
  ignored: string[];
}

/** The rows below the header, whatever order the columns are in. */
export const readRows = ({ sheet, data }: SheetTable, shape: SheetShape): ReadRows => {
  const [header = [], ...rows] = data;
  const at = new Map(header.map((name, index) => [plain(name), index]));
  const headers = [CODE_HEADER, ...columnsOf(shape).map((column) => column.header)];
  const missing = headers.filter((name) => !at.has(plain(name)));
  if (missing.length > 0)
    return {
      rows: [],
      ignored: [],
      problems: missing.map((name) => ({
        sheet,
        row: 1,
        header: name,
        code: null,
        what: 'không có cột này.',
      })),
    };
  const known = new Set(headers.map(plain));
  const positions = headers.map((name) => at.get(plain(name)) ?? -1);
  const result: ReadRows = {
    rows: [],
    problems: [],
    ignored: header.filter((name) => plain(name) !== '' && !known.has(plain(name))).map(String),
  };
  for (const [index, values] of rows.entries()) {
    const [codeCell, ...cells] = positions.map((position) => values[position] ?? null);
    if ([codeCell, ...cells].every(isBlank)) continue;
    const row = index + 2;
    const code = readCode(codeCell);
    if (code.ok) result.rows.push({ sheet, row, code: code.code, cells });
    else result.problems.push({ sheet, row, header: CODE_HEADER, code: null, what: code.problem });
  }
  return result;
};

const readCode = (cell: unknown): { ok: true; code: string } | { ok: false; problem: string } => {
  const read = procedureCode.read(cell);
  const typed = read.ok && typeof read.fact === 'string' ? read.fact : '';
  if (typed === '') return { ok: false, problem: 'đang trống.' };
  const code = ProcedureCode.safeParse(typed);
  return code.success
    ? { ok: true, code: code.data }
    : { ok: false, problem: `"${typed}" không phải là mã thủ tục. Mã có dạng 1.014199.` };
};

export const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const plain = (name: unknown): string => (typeof name === 'string' ? fold(name).trim() : '');
