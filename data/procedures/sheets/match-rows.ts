import type { Cell } from './shape/cell-kind.js';

/** A row before and the row it became; null where it was added or removed. */
export type RowPair = readonly [before: Cell[] | null, after: Cell[] | null];

/** Rows that stayed are the longest common sequence; between them rows that share a fact are the same row changed. */
export const matchRows = (before: Cell[][], after: Cell[][]): RowPair[] => {
  const pairs: RowPair[] = [];
  let [done, doneAfter] = [0, 0];
  for (const [at, atAfter] of [...commonRows(before, after), [before.length, after.length] as const]) {
    pairs.push(...pairUp(before.slice(done, at), after.slice(doneAfter, atAfter)));
    [done, doneAfter] = [at + 1, atAfter + 1];
  }
  return pairs;
};

const pairUp = (before: Cell[][], after: Cell[][]): RowPair[] => {
  const left = [...after];
  const pairs = before.map((row): RowPair => {
    const at = left.findIndex((other) => row.some((cell, index) => isSameText(cell, other[index])));
    return [row, at < 0 ? null : (left.splice(at, 1)[0] ?? null)];
  });
  const single = pairs.length === 1 && left.length === 1 && pairs[0]?.[1] === null;
  if (single) return [[pairs[0]?.[0] ?? null, left[0] ?? null]];
  return [...pairs, ...left.map((row): RowPair => [null, row])];
};

/** Numbers and dates are alike by chance. */
const isSameText = (one: Cell, other: Cell | undefined): boolean =>
  typeof one === 'string' && one.length > LIKE_BY_CHANCE && one === other;

const LIKE_BY_CHANCE = 12;

/** Where the rows of a longest common sequence stand in both, by the usual table of lengths. */
const commonRows = (before: Cell[][], after: Cell[][]): (readonly [number, number])[] => {
  const [one, other] = [before, after].map((rows) => rows.map((row) => JSON.stringify(row))) as [
    string[],
    string[],
  ];
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const length = (at: number, atOther: number): number => lengths[at]?.[atOther] ?? 0;
  for (let at = one.length - 1; at >= 0; at -= 1)
    for (let atOther = other.length - 1; atOther >= 0; atOther -= 1)
      (lengths[at] ?? [])[atOther] =
        one[at] === other[atOther]
          ? length(at + 1, atOther + 1) + 1
          : Math.max(length(at + 1, atOther), length(at, atOther + 1));
  const common: (readonly [number, number])[] = [];
  let [at, atOther] = [0, 0];
  while (at < one.length && atOther < other.length) {
    if (one[at] === other[atOther]) common.push([at++, atOther++]);
    else if (length(at + 1, atOther) >= length(at, atOther + 1)) at += 1;
    else atOther += 1;
  }
  return common;
};
