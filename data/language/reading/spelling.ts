import { soundOf } from './sound.js';
import { isVietnamese } from './syllable.js';
import { replaceToken } from './token.js';
import type { Token } from './token.js';
import { typingDistance } from './typing-distance.js';

/** A guess costs certainty, so that a guessed word never outweighs a typed one. */
const GUESSED = 0.8;

/**
 * Repairs words against the words and word pairs the office knows. A syllable that exists is doubted only when
 * its neighbour says what was meant ("chợ cấp" → "trợ cấp"); whole names are never compared letter by letter.
 */
export const createSpelling = (texts: Iterable<readonly Token[]>, everyday: Iterable<string>) => {
  const { words, pairs, before, after } = count(texts);
  const usual = new Set(everyday);
  const nearWords = indexByDeletion([...words.keys()]);
  const knows = (folded: string): boolean => words.has(folded) || usual.has(folded);
  const paired = (left: Token | undefined, right: Token | undefined): boolean =>
    left !== undefined && right !== undefined && pairs.has(`${left.folded} ${right.folded}`);

  const fromNeighbours = (token: Token, left: Token | undefined, right: Token | undefined): string | null => {
    const candidates = [
      ...(left === undefined ? [] : (after.get(left.folded) ?? [])),
      ...(right === undefined ? [] : (before.get(right.folded) ?? [])),
    ];
    let best: string | null = null;
    let least = Infinity;
    for (const candidate of candidates) {
      const distance = misspelt(token.folded, candidate);
      if (distance >= least || distance > allowance(token.folded)) continue;
      best = candidate;
      least = distance;
    }
    return best;
  };

  const alone = (token: Token): string | null => {
    if (token.folded.length < 4) return null;
    let best: string | null = null;
    let least = 1.1;
    for (const candidate of nearWords(token.folded)) {
      const distance = misspelt(token.folded, candidate) - Math.min(0.2, (words.get(candidate) ?? 0) / 1000);
      if (distance < least) [best, least] = [candidate, distance];
    }
    return best;
  };

  const repair = (token: Token, left: Token | undefined, right: Token | undefined): string | null => {
    if (/\d|~/.test(token.folded) || paired(left, token) || paired(token, right)) return null;
    if (usual.has(token.folded) && token.folded.length < 3) return null;
    const meant = fromNeighbours(token, left, right);
    if (meant !== null) return meant;
    return knows(token.folded) || isVietnamese(token.folded) ? null : alone(token);
  };

  const correct = (tokens: readonly Token[]): Token[] => {
    const result: Token[] = [];
    tokens.forEach((token, index) => {
      const next = tokens[index + 1];
      const left = token.breakBefore ? undefined : result.at(-1);
      const meant = repair(token, left, next?.breakBefore === true ? undefined : next);
      result.push(
        ...(meant === null || meant === token.folded ? [token] : replaceToken(token, meant, GUESSED)),
      );
    });
    return result;
  };

  /** "giayphep" → "giay phep": known words only, the fewest. */
  const split = (folded: string): string[] | null =>
    splitInto(folded, (part) => knows(part) && isVietnamese(part));

  return {
    correct,
    knows,
    split,
    paired: (left: string, right: string): boolean => pairs.has(`${left} ${right}`),
  };
};

export type Spelling = ReturnType<typeof createSpelling>;

const misspelt = (typed: string, meant: string): number =>
  soundOf(typed) === soundOf(meant) ? 0.5 : typingDistance(typed, meant);

const allowance = (folded: string): number => (folded.length >= 6 ? 2 : folded.length >= 2 ? 1 : 0);

const count = (texts: Iterable<readonly Token[]>) => {
  const words = new Map<string, number>();
  const pairs = new Set<string>();
  const before = new Map<string, Set<string>>();
  const after = new Map<string, Set<string>>();
  for (const tokens of texts)
    tokens.forEach(({ folded, breakBefore }, index) => {
      words.set(folded, (words.get(folded) ?? 0) + 1);
      const left = tokens[index - 1];
      if (left === undefined || breakBefore || /\d/.test(folded + left.folded)) return;
      pairs.add(`${left.folded} ${folded}`);
      addTo(before, folded, left.folded);
      addTo(after, left.folded, folded);
    });
  return { words, pairs, before, after };
};

const addTo = (map: Map<string, Set<string>>, key: string, value: string): void => {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
};

/** Words that share a form with one letter left out are one slip apart (or two, and are measured afterwards). */
const indexByDeletion = (words: readonly string[]) => {
  const byForm = new Map<string, Set<string>>();
  for (const word of words) for (const form of shortened(word)) addTo(byForm, form, word);
  return (typed: string): Set<string> => {
    const near = new Set<string>();
    for (const form of shortened(typed)) for (const word of byForm.get(form) ?? []) near.add(word);
    return near;
  };
};

const shortened = (word: string): string[] => [
  word,
  ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1)),
];

const splitInto = (text: string, isWord: (part: string) => boolean): string[] | null => {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= text.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 7); start < end; start += 1) {
      const head = best[start];
      if (head == null || end - start < 2 || !isWord(text.slice(start, end))) continue;
      const known = best[end];
      if (known == null || head.length + 1 < known.length) best[end] = [...head, text.slice(start, end)];
    }
  }
  const parts = best[text.length] ?? null;
  return parts !== null && parts.length > 1 && parts.length <= 6 ? parts : null;
};
