import type { DossierDraft } from './received/dossier-draft.js';
import { headingOf, readHeader } from './import-columns.js';
import { readRow } from './import-row.js';
import type { ImportRules } from './import-row.js';

export type ImportedRow =
  | { line: number; kind: 'dossier'; draft: DossierDraft }
  | { line: number; kind: 'problems'; problems: string[] }
  | { line: number; kind: 'empty' };

export type RowReader =
  | { ok: true; ignored: string[]; read: (line: number, cells: readonly unknown[]) => ImportedRow }
  | { ok: false; problems: string[] };

/** Reads row after row below the header; a bad row says what is wrong and stops none of the others. */
export const createRowReader = (header: readonly unknown[], rules: ImportRules): RowReader => {
  const columns = readHeader(header);
  if (!columns.ok) return columns;
  const { at, ignored } = columns;
  const lineOf = new Map<string, number>();
  const read = (line: number, cells: readonly unknown[]): ImportedRow => {
    if (cells.every(isEmpty)) return { line, kind: 'empty' };
    const row = readRow(line, (field) => cells[at[field] ?? -1], rules);
    if ('problems' in row) return { line, kind: 'problems', problems: row.problems };
    const first = lineOf.get(row.draft.code);
    if (first !== undefined)
      return { line, kind: 'problems', problems: [twice(line, first, row.draft.code)] };
    lineOf.set(row.draft.code, line);
    return { line, kind: 'dossier', draft: row.draft };
  };
  return { ok: true, ignored, read };
};

const isEmpty = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const twice = (line: number, first: number, code: string): string =>
  `dòng ${String(line)}, cột ${headingOf('code')}: ${code} đã có ở dòng ${String(first)}. Dòng ${String(first)} được dùng.`;
