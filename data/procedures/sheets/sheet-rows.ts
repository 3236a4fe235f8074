import { NONE } from './shape/cell-kind.js';
import type { Cell } from './shape/cell-kind.js';
import type { Procedure } from '../procedure.js';
import { factAt } from './fact-path.js';
import type { SheetColumn } from './shape/sheet-column.js';
import type { PartShape, SheetShape } from './shape/sheet-shape.js';

/** The rows a record takes in a sheet, without its code. */
export const sheetRows = (procedure: Procedure, { part, list }: SheetShape): Cell[][] =>
  itemsOf(procedure, part).flatMap((item) => {
    if (item === 'none') return [noneRow([...part.columns, ...(list?.columns ?? [])])];
    const own = cellsOf(item, part.columns);
    if (!list) return [own];
    const rows = itemsOf(item, list).map((below) =>
      below === 'none' ? noneRow(list.columns) : cellsOf(below, list.columns),
    );
    return (rows.length === 0 ? [blanks(list.columns)] : rows).map((row, index) => [
      ...(index === 0 ? own : onlyKey(own, part)),
      ...row,
    ]);
  });

/** The columns of a sheet after the code, in the order of the cells. */
export const columnsOf = ({ part, list }: SheetShape): SheetColumn[] => [
  ...part.columns,
  ...(list?.columns ?? []),
];

/** Rows below a question repeat its id, so that they can be sorted and still belong to it. */
export const hasKey = ({ path }: PartShape): boolean => path === 'questions';

const itemsOf = (above: unknown, { path, mayBeUnknown }: PartShape): unknown[] => {
  if (path === '') return [above];
  const items = factAt(above, path);
  if (!Array.isArray(items)) return [];
  return items.length === 0 && mayBeUnknown ? ['none'] : items;
};

const cellsOf = (item: unknown, columns: readonly SheetColumn[]): Cell[] =>
  columns.map(({ path, kind }) => kind.write(factAt(item, path)));

const blanks = (columns: readonly SheetColumn[]): Cell[] => columns.map(() => null);

const noneRow = (columns: readonly SheetColumn[]): Cell[] =>
  columns.map((_, index) => (index === 0 ? NONE : null));

const onlyKey = (own: Cell[], part: PartShape): Cell[] =>
  own.map((cell, index) => (index === 0 && hasKey(part) ? cell : null));
