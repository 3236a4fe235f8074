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
  /** What follows after a few words of any kind. */
  later: Node<Value> | null;
  ends: { keys: string[]; value: Value }[];
}

/** Stands in a phrase for none to three words of any kind: "đón … về". */
const ANYTHING = '…';
const MOST_BETWEEN = 3;
/** One word in so many may carry other marks: "gia Hàn" is no "gia hạn". */
const SLIP_IN = 3;

/**
 * Finds phrases in a text word by word. Letters must be the same; marks left out are forgiven and, unless `strict`,
 * one word in three may carry the wrong ones. One word alone must be written exactly.
 * "…" in a phrase stands for up to three words of the same clause.
 */
export const createPhraseTable = <Value>(phrases: Iterable<readonly [string, Value]>, strict = false) => {
  const root = createNode<Value>();
  for (const [phrase, value] of phrases) add(root, phrase, value);

  const from = (tokens: readonly Token[], start: number): PhraseMatch<Value>[] => {
    const found: PhraseMatch<Value>[] = [];
    walk(root, { tokens, start, strict, found }, start, []);
    return found;
  };

  const all = (tokens: readonly Token[]): PhraseMatch<Value>[] =>
    [...tokens.keys()].flatMap((start) => from(tokens, start));

  /** Left to right, the longest phrase at each place, none overlapping. */
  const longest = (tokens: readonly Token[]): PhraseMatch<Value>[] => {
    const chosen: PhraseMatch<Value>[] = [];
    for (let start = 0; start < tokens.length; start += 1) {
      const found = from(tokens, start);
      if (found.length === 0) continue;
      const best = found.reduce((one, other) => (other.end >= one.end ? other : one));
      chosen.push(best);
      start = best.end - 1;
    }
    return chosen;
  };

  return { all, longest };
};

const createNode = <Value>(): Node<Value> => ({ next: new Map(), later: null, ends: [] });

const add = <Value>(root: Node<Value>, phrase: string, value: Value): void => {
  let node = root;
  const keys: string[] = [];
  for (const word of phrase.split(' ')) {
    if (word === ANYTHING) {
      node = node.later ??= createNode();
      continue;
    }
    const { folded, key } = createToken(word);
    keys.push(key);
    const next = node.next.get(folded) ?? createNode<Value>();
    node.next.set(folded, next);
    node = next;
  }
  node.ends.push({ keys, value });
};

interface Walk<Value> {
  tokens: readonly Token[];
  start: number;
  strict: boolean;
  found: PhraseMatch<Value>[];
}

/** `read` holds the tokens that are words of the phrase. */
const walk = <Value>(root: Node<Value>, sought: Walk<Value>, from: number, read: readonly Token[]): void => {
  const { tokens, start, strict, found } = sought;
  const words = [...read];
  let node: Node<Value> | undefined = root;
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (at > start && token.breakBefore)) return;
    node = node.next.get(token.folded);
    if (node === undefined) return;
    words.push(token);
    for (const { keys, value } of node.ends)
      if (marksAgree(keys, words, strict)) found.push({ value, start, end: at + 1, keys });
    if (node.later !== null) walkLater(node.later, sought, at + 1, words);
  }
};

const walkLater = <Value>(
  node: Node<Value>,
  sought: Walk<Value>,
  from: number,
  read: readonly Token[],
): void => {
  for (let at = from; at <= from + MOST_BETWEEN; at += 1) {
    walk(node, sought, at, read);
    if (sought.tokens[at]?.breakBefore !== false) return;
  }
};

const marksAgree = (keys: readonly string[], words: readonly Token[], strict: boolean): boolean => {
  if (keys.length === 1) return words[0]?.key === keys[0];
  let slips = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const token = words[index];
    if (token !== undefined && !couldMean(token.key, keys[index] ?? '')) slips += 1;
  }
  return strict ? slips === 0 : slips * SLIP_IN <= keys.length;
};

/** Marks left out are forgiven, other marks are a slip: "lao", "lâo" and "lao1" for "lao", "thât" for "thất". */
export const couldMean = (typed: string, meant: string): boolean => {
  if (typed === meant) return true;
  const tone = /\d$/.exec(typed)?.[0];
  if (tone !== undefined && !meant.endsWith(tone)) return false;
  const [letters, wanted] = [typed.replace(/\d$/, ''), meant.replace(/\d$/, '')];
  return Array.from(letters).every((letter, index) => letter === wanted[index] || /[a-z]/.test(letter));
};
