import type { Procedure } from '../procedure.js';
import { shown } from './shape/cell-kind.js';
import type { Cell } from './shape/cell-kind.js';
import { FIELD_SHEETS } from './shape/fact-words.js';
import type { SheetColumn } from './shape/sheet-column.js';
import { SHEETS } from './shape/sheet-shape.js';
import { matchRows } from './match-rows.js';
import { sheetRows } from './sheet-rows.js';

/** One difference between two versions of a record, in the words of the sheets. */
export type RecordChange =
  | { kind: 'fact'; list: string | null; of: string | null; header: string; from: string; to: string }
  | { kind: 'added' | 'removed'; list: string; of: string }
  | { kind: 'reordered'; list: string };

/** What a clerk changed, fact by fact and row by row. `before` null: a new record. */
export const compareRecords = (before: Procedure | null, after: Procedure): RecordChange[] => [
  ...(before !== null && before.field !== after.field
    ? [factChange(null, null, 'Lĩnh vực', FIELD_SHEETS[before.field], FIELD_SHEETS[after.field])]
    : []),
  ...blocksOf(after).flatMap((block, index) =>
    compareBlock(block, before === null ? [] : (blocksOf(before)[index]?.rows ?? [])),
  ),
];

/** The rows of one list of a record, or its own facts as a single row. */
interface Block {
  /** null: the facts of the record itself. */
  list: string | null;
  columns: readonly SheetColumn[];
  rows: Cell[][];
}

const blocksOf = (record: Procedure): Block[] =>
  SHEETS.flatMap((shape): Block[] => {
    const rows = sheetRows(record, shape);
    if (shape.title !== null)
      return [{ list: shape.title, columns: [...shape.part.columns, ...(shape.list?.columns ?? [])], rows }];
    const own = shape.part.columns.length;
    return [
      { list: null, columns: shape.part.columns, rows: rows.slice(0, 1).map((row) => row.slice(0, own)) },
      { list: 'Giấy tờ', columns: shape.list?.columns ?? [], rows: rows.map((row) => row.slice(own)) },
    ];
  });

const compareBlock = ({ list, columns, rows }: Block, before: Cell[][]): RecordChange[] => {
  const one = before.filter(isFilled);
  const other = rows.filter(isFilled);
  if (list !== null && isReordered(one, other)) return [{ kind: 'reordered', list }];
  if (list === null && one.length === 0) return [];
  return matchRows(one, other).flatMap(([from, to]) => {
    if (from && to) return factChanges(list, columns, from, to);
    const row = from ?? to;
    return list === null || !row ? [] : [{ kind: from ? 'removed' : 'added', list, of: labelOf(row) }];
  });
};

const factChanges = (
  list: string | null,
  columns: readonly SheetColumn[],
  from: Cell[],
  to: Cell[],
): RecordChange[] =>
  columns.flatMap(({ header }, index) => {
    const [was, is] = [shown(from[index] ?? null), shown(to[index] ?? null)];
    return was === is ? [] : [factChange(list, list === null ? null : labelOf(from), header, was, is)];
  });

const factChange = (
  list: string | null,
  of: string | null,
  header: string,
  from: string,
  to: string,
): RecordChange => ({ kind: 'fact', list, of, header, from, to });

const isFilled = (row: Cell[]): boolean => row.some((cell) => cell !== null);

const isReordered = (one: Cell[][], other: Cell[][]): boolean => {
  const [before, after] = [one, other].map((rows) => rows.map((row) => JSON.stringify(row)));
  return (
    JSON.stringify(before) !== JSON.stringify(after) &&
    JSON.stringify(before?.sort()) === JSON.stringify(after?.sort())
  );
};

const labelOf = (row: Cell[]): string => shown(row.find((cell) => cell !== null) ?? null);
