import { fold } from '../../../language/fold.js';
import { FIELDS, Procedure } from '../../procedure.js';
import type { FieldId } from '../../procedure.js';
import { CODEBOOK } from '../codebook.js';
import { putFact } from '../fact-path.js';
import { FIELD_SHEETS } from '../shape/fact-words.js';
import { readPart } from './read-part.js';
import type { Reading } from './reading.js';
import { readRows } from './read-rows.js';
import type { SheetRow, SheetTable } from './read-rows.js';
import { schemaProblems } from './schema-problems.js';
import type { SheetProblem } from './sheet-problem.js';
import { SHEETS } from '../shape/sheet-shape.js';
import type { SheetShape } from '../shape/sheet-shape.js';

export interface ReadRecord {
  record: Procedure;
  /** To say of a finding in the record where it stands in the file. */
  reading: Reading;
}

export interface ReadDataset {
  records: ReadRecord[];
  problems: SheetProblem[];
  /** Sheets and columns nobody reads. */
  ignored: string[];
}

/** All the sheets of a file → records that fit the schema, and every problem with its sheet, row and column. */
export const readDataset = (tables: readonly SheetTable[]): ReadDataset => {
  const result: ReadDataset = { records: [], problems: [], ignored: [] };
  const rows = new Map<SheetShape, SheetRow[]>();
  const fields = new Map<string, FieldId>();
  for (const table of tables) {
    const found = shapeOf(table.sheet);
    if (!found) {
      if (!isNamed(table.sheet, CODEBOOK)) result.ignored.push(`trang ${table.sheet}`);
      continue;
    }
    const read = readRows(table, found.shape);
    result.problems.push(...read.problems);
    result.ignored.push(...read.ignored.map((name) => `cột ${name} (trang ${table.sheet})`));
    rows.set(found.shape, [...(rows.get(found.shape) ?? []), ...read.rows]);
    if (found.field) assignField(read.rows, found.field, fields, result.problems);
  }
  result.problems.push(...missingSheets(rows), ...strangers(rows, fields));
  const byCode = SHEETS.map((shape) => [shape, groupByCode(rows.get(shape) ?? [])] as const);
  // What is wrong with the rows themselves would be said again of every record they belong to.
  for (const [code, field] of result.problems.length === 0 ? fields : []) {
    const read = readRecord(code, field, byCode);
    result.problems.push(...read.problems);
    if (read.record) result.records.push({ record: read.record, reading: read.reading });
  }
  return result;
};

type RowsByCode = readonly (readonly [SheetShape, ReadonlyMap<string, SheetRow[]>])[];

const readRecord = (code: string, field: FieldId, sheets: RowsByCode) => {
  const reading: Reading = { places: new Map(), problems: [] };
  const raw: Record<string, unknown> = {};
  for (const [shape, rows] of sheets) {
    const part = readPart(rows.get(code) ?? [], shape, reading);
    if (shape.part.path === '') Object.assign(raw, part);
    else putFact(raw, shape.part.path, part);
  }
  const parsed = Procedure.safeParse({ ...raw, code, field });
  // A cell that could not be read is empty for the schema, which need not say so again.
  const problems =
    parsed.success || reading.problems.length > 0
      ? reading.problems
      : schemaProblems(code, parsed.error, reading);
  return { record: parsed.success && problems.length === 0 ? parsed.data : null, reading, problems };
};

const shapeOf = (sheet: string): { shape: SheetShape; field: FieldId | null } | null => {
  const field = FIELDS.find((id) => isNamed(sheet, FIELD_SHEETS[id])) ?? null;
  const shape = SHEETS.find(({ title }) => (title === null ? field !== null : isNamed(sheet, title)));
  return shape ? { shape, field } : null;
};

const isNamed = (sheet: string, name: string): boolean => fold(sheet).trim() === fold(name);

const assignField = (
  rows: readonly SheetRow[],
  field: FieldId,
  fields: Map<string, FieldId>,
  problems: SheetProblem[],
): void => {
  for (const { sheet, row, code } of rows) {
    const other = fields.get(code);
    if (other === undefined) fields.set(code, field);
    else if (other !== field)
      problems.push({ sheet, row, header: null, code, what: `đã có ở trang ${FIELD_SHEETS[other]}.` });
  }
};

const missingSheets = (rows: ReadonlyMap<SheetShape, SheetRow[]>): SheetProblem[] =>
  SHEETS.filter((shape) => !rows.has(shape)).map(({ title }) => ({
    sheet: title ?? 'của lĩnh vực',
    row: null,
    header: null,
    code: null,
    what: 'không có trong tệp. Hãy xuất lại tệp và giữ đủ các trang.',
  }));

/** Rows of a code that no field's sheet has: a slip in the code, or a sheet that was left out. */
const strangers = (
  rows: ReadonlyMap<SheetShape, SheetRow[]>,
  fields: ReadonlyMap<string, FieldId>,
): SheetProblem[] =>
  [...rows.values()].flatMap((ofSheet) =>
    ofSheet
      .filter(({ code }) => !fields.has(code))
      .map(({ sheet, row, code }) => ({
        sheet,
        row,
        header: null,
        code,
        what: 'mã này không có ở trang lĩnh vực nào trong tệp.',
      })),
  );

const groupByCode = (rows: readonly SheetRow[]): Map<string, SheetRow[]> => {
  const groups = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const group = groups.get(row.code);
    if (group) group.push(row);
    else groups.set(row.code, [row]);
  }
  return groups;
};
