/**
 * Slips between what was typed and what was meant: a letter too many, too few, wrong or swapped with its
 * neighbour counts 1; the last letter cut off or doubled letters count less, they happen most.
 */
export const typingDistance = (typed: string, meant: string): number => {
  if (typed === meant) return 0;
  if (Math.abs(typed.length - meant.length) > 2) return Infinity;
  if (withoutDoubles(typed) === withoutDoubles(meant)) return 0.5;
  if (meant.startsWith(typed) && meant.length === typed.length + 1 && typed.length > 2) return 0.8;
  return damerau(typed, meant);
};

const withoutDoubles = (word: string): string => word.replace(/(.)\1+/g, '$1');

const damerau = (a: string, b: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) row.push(cell(a, b, i, j, { row, last, beforeLast }));
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? Infinity;
};

interface Rows {
  row: number[];
  last: number[];
  beforeLast: number[];
}

const cell = (a: string, b: string, i: number, j: number, { row, last, beforeLast }: Rows): number => {
  const same = a[i - 1] === b[j - 1] ? 0 : 1;
  const least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(least, (beforeLast[j - 2] ?? 0) + 1) : least;
};
