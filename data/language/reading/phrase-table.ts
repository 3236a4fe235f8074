import type { Token } from './token.js';
import { createToken } from './token.js';

export interface PhraseMatch<Value> {
  value: Value;
  start: number;
  /** One past the last token. */
  end: number;
}

interface Node<Value> {
  next: Map<string, Node<Value>>;
  ends: { keys: string[]; value: Value }[];
}

/**
 * Finds phrases in a text word by word. Letters must be the same; marks must not contradict: a word typed
 * without marks fits any, and in a longer phrase one word in two may have slipped ("thât nghiêp").
 */
export const createPhraseTable = <Value>(phrases: Iterable<readonly [string, Value]>) => {
  const root: Node<Value> = { next: new Map(), ends: [] };
  for (const [phrase, value] of phrases) add(root, phrase, value);

  const all = (tokens: readonly Token[], plain = isPlain(tokens)): PhraseMatch<Value>[] => {
    const found: PhraseMatch<Value>[] = [];
    for (let start = 0; start < tokens.length; start += 1) walk(root, tokens, start, plain, found);
    return found;
  };

  /** Left to right, the longest phrase at each place, none overlapping. */
  const longest = (tokens: readonly Token[], plain = isPlain(tokens)): PhraseMatch<Value>[] => {
    const chosen: PhraseMatch<Value>[] = [];
    const found: PhraseMatch<Value>[] = [];
    for (let start = 0; start < tokens.length; start += 1) {
      found.length = 0;
      walk(root, tokens, start, plain, found);
      const best = found.at(-1);
      if (best === undefined) continue;
      chosen.push(best);
      start = best.end - 1;
    }
    return chosen;
  };

  return { all, longest };
};

export type PhraseTable<Value> = ReturnType<typeof createPhraseTable<Value>>;

/** Whether the whole text was typed without marks, so that "mat" may stand for "mất". */
export const isPlain = (tokens: readonly Token[]): boolean => {
  const marked = tokens.filter((token) => token.marked).length;
  return marked <= tokens.length * 0.15;
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
  plain: boolean,
  found: PhraseMatch<Value>[],
): void => {
  let node: Node<Value> | undefined = root;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (at > start && token.breakBefore)) return;
    node = node.next.get(token.folded);
    if (node === undefined) return;
    for (const { keys, value } of node.ends)
      if (marksAgree(keys, tokens, start, plain)) found.push({ value, start, end: at + 1 });
  }
};

const marksAgree = (
  keys: readonly string[],
  tokens: readonly Token[],
  start: number,
  plain: boolean,
): boolean => {
  let slips = 0;
  let guessed = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const token = tokens[start + index];
    if (token === undefined || token.key === keys[index]) continue;
    if (token.marked) slips += 1;
    else guessed += 1;
  }
  // One word alone is too little to guess from, unless nobody typed marks at all.
  if (keys.length === 1) return slips === 0 && (guessed === 0 || plain);
  return slips * 2 <= keys.length;
};
