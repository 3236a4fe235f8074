import { fold } from '../../data/language/fold.js';

/** Positions from 0. One number is a tap, which ticks or takes off; a list or a name says that he has them. */
type SaidPapers = { tapped: number } | { has: number[] } | 'done' | null;

/**
 * "1 3 4", "tất cả", "chưa có gì", "có căn cước với hộ khẩu rồi". `names`: every way each paper is called. Null when a
 * part of it is not understood: to take a paper for granted that is not there would send him home again.
 */
export const readPapers = (text: string, names: readonly (readonly string[])[]): SaidPapers => {
  const said = fold(text)
    .replace(/[^\p{L}\p{N}\s,;&+]/gu, ' ')
    .trim();
  if (DONE.test(said)) return 'done';
  if (NONE.test(said)) return { has: [] };
  if (ALL.test(said)) return { has: names.map((_, position) => position) };
  return numbers(said, names.length) ?? (NOT.test(said) ? null : byName(said, names));
};

const DONE = /^(xong|xong roi|het|het roi|done|that is all|thats all|finished)$/;
const NONE =
  /^(0|khong|khong co|khong co gi|chua|chua co|chua co gi|chua co giay nao|none|nothing|none yet)$/;
const ALL =
  /^(tat ca|du|du roi|du ca|du het|co du|co du roi|co het|co het roi|co tat ca|co ca|all|all of them|everything|i have all)$/;
const NOT = /(^|\s)(chua|khong|thieu|mat|not|no|missing|lost|dont)(\s|$)/;

const numbers = (said: string, count: number): SaidPapers => {
  if (!/^\d{1,2}([\s,;&+]+(va\s+|and\s+)?\d{1,2})*$/.test(said)) return null;
  const positions = [...said.matchAll(/\d+/g)].map(([number]) => Number(number) - 1);
  if (!positions.every((position) => 0 <= position && position < count)) return null;
  const [only = 0, ...others] = positions;
  return others.length === 0 ? { tapped: only } : { has: positions };
};

/** Each part names one paper: all its words are in what one paper is called and in no other's. */
const byName = (said: string, names: readonly (readonly string[])[]): SaidPapers => {
  const parts = said.split(/[,;&+]|\s(?:va|voi|cung|and|with)\s/).map(wordsOf);
  const positions = parts.map((words) => fitting(words, names));
  return positions.every((position) => position !== null) ? { has: positions } : null;
};

const fitting = (words: readonly string[], names: readonly (readonly string[])[]): number | null => {
  if (words.length === 0) return null;
  const fit = names.flatMap((called, position) =>
    called.some((name) => holdsAll(wordsOf(name).slice(0, HEAD), words)) ? [position] : [],
  );
  return fit.length === 1 ? (fit[0] ?? null) : null;
};

/** A paper is named first; what it is for comes after, and "giấy phép" is not the request for one. */
const HEAD = 6;

const holdsAll = (name: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => name.includes(word));

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FILLERS.has(word));

/** Say that one has it, or that it is a paper; they tell no paper from another. */
const FILLERS = new Set(
  'co roi da toi em minh duoc cai to giay cac nhung thi a nhe san i have the my an already got paper papers'.split(
    ' ',
  ),
);
