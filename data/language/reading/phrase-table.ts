import type { Token } from './token.js';
import { createToken } from './token.js';

export interface PhraseMatch<Value> {
  value: Value;
  start: number;
  /** One past the last token. */
  end: number;
  /** The phrase's own words with their marks, whatever was typed. */
  keys: readonly string[];
}

interface Node<Value> {
  next: Map<string, Node<Value>>;
  ends: { keys: string[]; value: Value }[];
}

/**
 * Finds phrases in a text word by word. Letters must be the same; marks left out are forgiven and, unless `strict`,
 * one word in two of a longer phrase may carry the wrong ones. One word alone must be written exactly.
 */
export const createPhraseTable = <Value>(phrases: Iterable<readonly [string, Value]>, strict = false) => {
  const root: Node<Value> = { next: new Map(), ends: [] };
  for (const [phrase, value] of phrases) add(root, phrase, value);

  const all = (tokens: readonly Token[]): PhraseMatch<Value>[] => {
    const found: PhraseMatch<Value>[] = [];
    for (let start = 0; start < tokens.length; start += 1) walk(root, tokens, start, strict, found);
    return found;
  };

  /** Left to right, the longest phrase at each place, none overlapping. */
  const longest = (tokens: readonly Token[]): PhraseMatch<Value>[] => {
    const chosen: PhraseMatch<Value>[] = [];
    const found: PhraseMatch<Value>[] = [];
    for (let start = 0; start < tokens.length; start += 1) {
      found.length = 0;
      walk(root, tokens, start, strict, found);
      const best = found.at(-1);
      if (best === undefined) continue;
      chosen.push(best);
      start = best.end - 1;
    }
    return chosen;
  };

  return { all, longest };
};

const add = <Value>(root: Node<Value>, phrase: string, value: Value): void => {
  const words = phrase.split(' ').map((word) => createToken(word));
  let node = root;
  for (const { folded } of words) {
    const known = node.next.get(folded);
    const next: Node<Value> = known ?? { next: new Map(), ends: [] };
    if (known === undefined) node.next.set(folded, next);
    node = next;
  }
  node.ends.push({ keys: words.map(({ key }) => key), value });
};

const walk = <Value>(
  root: Node<Value>,
  tokens: readonly Token[],
  start: number,
  strict: boolean,
  found: PhraseMatch<Value>[],
): void => {
  let node: Node<Value> | undefined = root;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (at > start && token.breakBefore)) return;
    node = node.next.get(token.folded);
    if (node === undefined) return;
    for (const { keys, value } of node.ends)
      if (marksAgree(keys, tokens, start, strict)) found.push({ value, start, end: at + 1, keys });
  }
};

const marksAgree = (
  keys: readonly string[],
  tokens: readonly Token[],
  start: number,
  strict: boolean,
): boolean => {
  if (keys.length === 1) return tokens[start]?.key === keys[0];
  let slips = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const token = tokens[start + index];
    if (token !== undefined && !couldMean(token.key, keys[index] ?? '')) slips += 1;
  }
  return strict ? slips === 0 : slips * 2 <= keys.length;
};

/** Marks left out are forgiven, other marks are a slip: "lao", "lâo" and "lao1" for "lao", "thât" for "thất". */
export const couldMean = (typed: string, meant: string): boolean => {
  if (typed === meant) return true;
  const tone = /\d$/.exec(typed)?.[0];
  if (tone !== undefined && !meant.endsWith(tone)) return false;
  const [letters, wanted] = [typed.replace(/\d$/, ''), meant.replace(/\d$/, '')];
  return Array.from(letters).every((letter, index) => letter === wanted[index] || /[a-z]/.test(letter));
};
