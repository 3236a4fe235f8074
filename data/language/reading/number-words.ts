import { createToken } from './token.js';
import type { Token } from './token.js';

const DIGITS = new Map(
  'không một hai ba bốn năm sáu bảy tám chín'
    .split(' ')
    .map((word, value): [string, number] => [createToken(word).key, value]),
);
for (const [word, value] of [
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
  ['nhăm', 5],
  ['bẩy', 7],
] as const)
  DIGITS.set(createToken(word).key, value);

const FOLDED = new Map(
  Array.from(DIGITS, ([key, value]): [string, number] => [
    key.normalize('NFD').replace(/[^a-z]/g, ''),
    value,
  ]),
);
const TENS = new Set(['muoi']);

/** "bảy mươi lăm tuổi", "bay lam tuoi" and "bảy lăm" are 75: ages decide what somebody is entitled to. */
export const readNumberWords = (tokens: readonly Token[]): Token[] => {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const [value, length] = numberAt(tokens, at);
    const token = tokens[at];
    if (value !== null && token !== undefined)
      result.push(createToken(String(value), { breakBefore: token.breakBefore }));
    else if (token !== undefined) result.push(token);
    at += length;
  }
  return result;
};

/** Only numbers from 20 on in words of their own: "mười" and "hai" alone stay words. */
const numberAt = (tokens: readonly Token[], at: number): [number | null, number] => {
  const tens = digit(tokens[at]);
  if (tens === null || tens < 2) return [null, 1];
  const second = tokens[at + 1];
  if (second !== undefined && TENS.has(second.folded)) {
    const ones = digit(tokens[at + 2]);
    return ones === null || saysYears(tokens[at + 2], tokens[at + 3])
      ? [tens * 10, 2]
      : [tens * 10 + ones, 3];
  }
  const ones = digit(second);
  return ones !== null && tokens[at + 2]?.folded === 'tuoi' ? [tens * 10 + ones, 2] : [null, 1];
};

/** "ba mươi năm" is thirty years, "ba mươi năm tuổi" hardly anybody says. */
const saysYears = (token: Token | undefined, next: Token | undefined): boolean =>
  token?.folded === 'nam' && next?.folded !== 'tuoi';

const digit = (token: Token | undefined): number | null => {
  if (token === undefined) return null;
  return (token.marked ? DIGITS.get(token.key) : FOLDED.get(token.folded)) ?? null;
};
