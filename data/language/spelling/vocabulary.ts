import { soundOf } from './sound.js';
import type { Token } from '../reading/token.js';

/** The words and neighbouring words of texts known to be spelled right, unmarked. */
export interface Vocabulary {
  words: ReadonlyMap<string, number>;
  /** "trợ cấp" as `tro cap` → how often. */
  pairs: ReadonlyMap<string, number>;
  /** Words a letter or two away, and those that sound the same. */
  near: (typed: string) => ReadonlySet<string>;
}

export const createVocabulary = (texts: Iterable<readonly Token[]>): Vocabulary => {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  for (const tokens of texts)
    tokens.forEach(({ folded, breakBefore }, index) => {
      increase(words, folded);
      const left = tokens[index - 1];
      if (left === undefined || breakBefore || /\d/.test(folded + left.folded)) return;
      increase(pairs, `${left.folded} ${folded}`);
    });
  return {
    words,
    pairs,
    near: indexBySlip(words.keys()),
  };
};

const increase = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const addTo = (map: Map<string, Set<string>>, key: string, value: string): void => {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
};

/** Words that share a form with one letter left out are one slip apart (or two, and are measured afterwards). */
const indexBySlip = (words: Iterable<string>) => {
  const byForm = new Map<string, Set<string>>();
  for (const word of words) for (const form of formsOf(word)) addTo(byForm, form, word);
  return (typed: string): Set<string> => {
    const near = new Set<string>();
    for (const form of formsOf(typed)) for (const word of byForm.get(form) ?? []) near.add(word);
    return near;
  };
};

const formsOf = (word: string): string[] => [`=${soundOf(word)}`, ...shortened(word)];

const shortened = (word: string): string[] => [
  word,
  ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1)),
];
