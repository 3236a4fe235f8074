import { NONE, shown } from '../shape/cell-kind.js';
import { putFact, withoutEmptyParts } from '../fact-path.js';
import { isBlank } from './read-rows.js';
import type { SheetRow } from './read-rows.js';
import type { SheetColumn } from '../shape/sheet-column.js';
import type { PartShape, SheetShape } from '../shape/sheet-shape.js';
import { hasKey } from '../sheet-rows.js';
import type { Reading } from './reading.js';

/** A part's rows in one sheet → the facts at `part.path`, for the schema to judge. */
export const readPart = (
  rows: readonly SheetRow[],
  { part, list }: SheetShape,
  reading: Reading,
): unknown => {
  if (part.path === '') return readItem(rows, { part, list }, '', reading);
  if (rows.length === 0) return part.mayBeUnknown ? null : [];
  if (part.mayBeUnknown && rows.length === 1 && saysNone(rows[0]?.cells[0])) return [];
  return groupsOf(rows, part).map((group, index) =>
    readItem(group, { part, list }, `${part.path}[${String(index)}]`, reading),
  );
};

type Item = Record<string, unknown>;

const readItem = (
  rows: readonly SheetRow[],
  { part, list }: Pick<SheetShape, 'part' | 'list'>,
  at: string,
  reading: Reading,
): Item => {
  const item: Item = {};
  for (const [index, column] of part.columns.entries())
    putFact(item, column.path, readOnce(rows, index, column, place(at, column.path), reading));
  const settled = withoutEmptyParts(item);
  if (list) settled[list.path] = readList(rows, list, part.columns.length, place(at, list.path), reading);
  return settled;
};

const readList = (
  rows: readonly SheetRow[],
  { columns, mayBeUnknown }: PartShape,
  offset: number,
  at: string,
  reading: Reading,
): Item[] | null => {
  const filled = rows.filter(({ cells }) => cells.slice(offset).some((cell) => !isBlank(cell)));
  if (filled.length === 0 && mayBeUnknown) return null;
  if (filled.length === 1 && saysNone(filled[0]?.cells[offset])) return [];
  return filled.map((row, index) => {
    const item: Item = {};
    const path = `${at}[${String(index)}]`;
    for (const [number, column] of columns.entries())
      putFact(item, column.path, readOnce([row], offset + number, column, place(path, column.path), reading));
    return withoutEmptyParts(item);
  });
};

/** The fact stands on one of the rows, usually the first; twice the same is harmless, two that differ are not. */
const readOnce = (
  rows: readonly SheetRow[],
  index: number,
  column: SheetColumn,
  path: string,
  reading: Reading,
): unknown => {
  const filled = rows.filter(({ cells }) => !isBlank(cells[index]));
  const [first = rows[0], ...others] = filled;
  if (!first) return null;
  const at = { sheet: first.sheet, row: first.row, header: column.header, code: first.code };
  reading.places.set(path, at);
  const read = column.kind.read(first.cells[index]);
  if (!read.ok) {
    reading.problems.push({ ...at, what: read.problem });
    return null;
  }
  const other = others.find(({ cells }) => !sameCell(cells[index], first.cells[index]));
  if (other)
    reading.problems.push({
      ...at,
      row: other.row,
      what: `khác với dòng ${String(first.row)} của cùng thủ tục. Chỉ ghi ở một dòng.`,
    });
  return read.fact;
};

const groupsOf = (rows: readonly SheetRow[], part: PartShape): SheetRow[][] => {
  if (!hasKey(part)) return rows.map((row) => [row]);
  const groups = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const key = typeof row.cells[0] === 'string' ? row.cells[0].trim() : '';
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
};

const sameCell = (one: unknown, other: unknown): boolean => shownOf(one) === shownOf(other);

const shownOf = (cell: unknown): string =>
  cell instanceof Date || typeof cell === 'string' || typeof cell === 'number'
    ? shown(cell)
    : JSON.stringify(cell);

const saysNone = (cell: unknown): boolean => typeof cell === 'string' && cell.trim() === NONE;

const place = (at: string, path: string): string => [at, path].filter((part) => part !== '').join('.');
