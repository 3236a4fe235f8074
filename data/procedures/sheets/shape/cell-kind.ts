import type { Day } from '../../../calendar/day.js';
import { formatDay } from '../../../calendar/day.js';
import { readImportedDate } from '../../../dossiers/import-date.js';
import { fold } from '../../../language/fold.js';
import type { CaseCondition } from '../../procedure-case.js';

/** What stands in a cell: a date is midnight UTC of its day, as Excel's own are read. */
export type Cell = string | number | Date | null;

/** How a fact stands in a cell, both ways. */
export interface CellKind {
  /** For the codebook: what may stand there. */
  allowed: string;
  write: (fact: unknown) => Cell;
  /** The fact for the schema to judge (null: an empty cell), or what is wrong with the cell. */
  read: (cell: unknown) => ReadCell;
}

type ReadCell = { ok: true; fact: unknown } | { ok: false; problem: string };

/** A list or fact that is known to be empty, beside the empty cell that says it is not known. */
export const NONE = '(không có)';

export const text: CellKind = {
  allowed: 'Chữ',
  write: (fact) => (typeof fact === 'string' ? fact : null),
  read: (cell) => (cell instanceof Date ? madeDate(cell) : given(wordsIn(cell))),
};

/** Excel takes `1.014200` typed into a plain cell for a number and drops its end. */
export const procedureCode: CellKind = {
  ...text,
  allowed: 'Mã thủ tục quốc gia, ví dụ 1.014199',
  read: (cell) => given(typeof cell === 'number' ? cell.toFixed(6) : wordsIn(cell)),
};

export const number: CellKind = {
  allowed: 'Số; trống: chưa rõ',
  write: (fact) => (typeof fact === 'number' ? fact : null),
  read: (cell) => {
    if (typeof cell === 'number') return given(cell);
    const words = wordsIn(cell);
    if (words === null) return given(null);
    return /^\d+([.,]\d+)?$/.test(words)
      ? given(Number(words.replace(',', '.')))
      : wrong(words, 'không phải là số.');
  },
};

export const day: CellKind = {
  allowed: 'Ngày, ví dụ 20/11/2026; trống: chưa rõ',
  write: (fact) => (typeof fact === 'string' ? new Date(`${fact}T00:00:00Z`) : null),
  read: (cell) => {
    if (!(cell instanceof Date) && wordsIn(cell) === null) return given(null);
    const read = readImportedDate(cell);
    return read ? given(read.day) : wrong(wordsIn(cell), 'không phải là ngày có thật. Ví dụ: 20/11/2026.');
  },
};

export const yes: CellKind = {
  allowed: 'Có; trống: không',
  write: (fact) => (fact === true ? 'Có' : null),
  read: (cell) => {
    const words = wordsIn(cell);
    if (words === null || same(words, 'Không')) return given(false);
    return cell === true || same(words, 'Có') ? given(true) : wrong(words, 'phải là Có hoặc để trống.');
  },
};

/** One of our words, by its Vietnamese name. */
export const choice = (names: Readonly<Record<string, string>>): CellKind => ({
  allowed: Object.values(names).join('; '),
  write: (fact) => (typeof fact === 'string' ? (names[fact] ?? fact) : null),
  read: (cell) => {
    const words = wordsIn(cell);
    if (words === null) return given(null);
    const found = wordNamed(names, words);
    return found === undefined
      ? wrong(words, `không có. Cho phép: ${Object.values(names).join(', ')}.`)
      : given(found);
  },
});

export const choices = (names: Readonly<Record<string, string>>): CellKind => ({
  allowed: `Một hay nhiều từ, cách nhau dấu phẩy: ${Object.values(names).join(', ')}; trống: chưa rõ; ${NONE}`,
  write: (fact) => {
    if (!Array.isArray(fact)) return null;
    return fact.length === 0 ? NONE : fact.map((word) => names[String(word)] ?? String(word)).join(', ');
  },
  read: (cell) => {
    const words = wordsIn(cell);
    if (words === null) return given(null);
    if (same(words, NONE)) return given([]);
    const parts = words.split(/[,;\n]/).map((part) => part.trim());
    const unknown = parts.find((part) => wordNamed(names, part) === undefined);
    return unknown === undefined
      ? given(parts.map((part) => wordNamed(names, part)))
      : wrong(unknown, `không có. Cho phép: ${Object.values(names).join(', ')}.`);
  },
});

export const lines: CellKind = {
  allowed: 'Mỗi dòng trong ô một cách gọi (Alt+Enter để xuống dòng); trống: không có',
  write: (fact) => (Array.isArray(fact) && fact.length > 0 ? fact.join('\n') : null),
  read: (cell) =>
    given(
      (wordsIn(cell) ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
};

/** `situation: new, otherEmployer; position: expert`. */
export const condition: CellKind = {
  allowed: `Trống: với mọi người. Nếu không: mã câu hỏi, dấu hai chấm, mã các câu trả lời (trang Câu hỏi). Ví dụ: position: expert; situation: new, changePosition`,
  write: (fact) => {
    const parts = Object.entries((fact ?? {}) as CaseCondition);
    return parts.length === 0
      ? null
      : parts.map(([question, answers]) => `${question}: ${answers.join(', ')}`).join('; ');
  },
  read: (cell) => {
    const words = wordsIn(cell);
    if (words === null) return given({});
    const parts = words.split(/[;\n]/).map((part) => CONDITION.exec(part.trim()));
    return parts.every((part) => part !== null)
      ? given(
          Object.fromEntries(
            parts.map(([, question = '', answers = '']) => [question, answers.split(/\s*,\s*/)]),
          ),
        )
      : wrong(words, 'phải viết như "situation: new, changePosition; position: expert".');
  },
};

const CONDITION = /^([A-Za-z0-9-]+)\s*:\s*([A-Za-z0-9-]+(?:\s*,\s*[A-Za-z0-9-]+)*)$/;

/** What a person reads in the cell. */
export const shown = (cell: Cell): string => {
  if (cell === null) return '(trống)';
  return cell instanceof Date ? dayShown(cell) : String(cell).replaceAll('\n', ' / ');
};

const dayShown = (date: Date): string => formatDay(date.toISOString().slice(0, 10) satisfies Day);

const given = (fact: unknown): ReadCell => ({ ok: true, fact });

const wrong = (words: string | null, problem: string): ReadCell => ({
  ok: false,
  problem: `"${words ?? ''}" ${problem}`,
});

const madeDate = (date: Date): ReadCell =>
  wrong(dayShown(date), 'đã bị Excel đổi thành ngày. Hãy định dạng ô là Text rồi gõ lại.');

/** Official names are kept to the byte, so marks stay composed or not as they are. */
const wordsIn = (cell: unknown): string | null => {
  if (cell === null || cell === undefined) return null;
  const words = (typeof cell === 'string' ? cell : JSON.stringify(cell)).replace(/\r\n?/g, '\n').trim();
  return words === '' ? null : words;
};

const same = (one: string, other: string): boolean => fold(one) === fold(other);

const wordNamed = (names: Readonly<Record<string, string>>, words: string): string | undefined =>
  Object.keys(names).find((key) => same(names[key] ?? '', words));
