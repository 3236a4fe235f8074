import { soundOf } from './sound.js';
import { splitGlued } from './glued-words.js';
import { isVietnamese, readSyllable } from '../reading/syllable.js';
import { replaceToken } from '../reading/token.js';
import type { Token } from '../reading/token.js';
import { typingDistance } from './typing-distance.js';
import type { Vocabulary } from './vocabulary.js';

/** A guess costs certainty, so that a guessed word never outweighs a typed one. */
const GUESSED = 0.8;
/** A pair seen this often is an expression of the field, not a chance meeting. */
const FIRM = 3;
const SET_PHRASE = 12;

type Neighbour = Token | undefined;

/**
 * Repairs words against the words and word pairs the office knows. A syllable that exists is doubted only when
 * a neighbour with a meaning says what was meant ("chợ cấp" → "trợ cấp"); names are never compared letter by letter.
 */
export const createSpelling = (vocabulary: Vocabulary, everyday: Iterable<string>) => {
  const { words, pairs } = vocabulary;
  const usual = new Set(Array.from(everyday, (word) => readSyllable(word).folded));
  const knows = (folded: string): boolean => words.has(folded) || usual.has(folded);
  const timesPaired = (left: string, right: string): number => pairs.get(`${left} ${right}`) ?? 0;

  const paired = (left: Neighbour, right: Neighbour): boolean =>
    left !== undefined && right !== undefined && timesPaired(left.folded, right.folded) > 0;

  /** Everyday words stand beside anything: only a set phrase says what was meant. */
  const often = (neighbour: Token, exists: boolean): number =>
    usual.has(neighbour.folded) ? SET_PHRASE : exists ? FIRM : 1;

  /** A word nearby in the alphabet or in sound that is usually seen with the word left or the word right. */
  const fromNeighbours = (token: Token, left: Neighbour, right: Neighbour): string | null => {
    const exists = knows(token.folded) || isVietnamese(token.folded);
    const expected = Array.from(vocabulary.near(token.folded)).filter(
      (word) =>
        (left !== undefined && timesPaired(left.folded, word) >= often(left, exists)) ||
        (right !== undefined && timesPaired(word, right.folded) >= often(right, exists)),
    );
    return nearest(token.folded, expected, exists ? 1 : allowance(token.folded));
  };

  const alone = ({ folded }: Token): string | null =>
    folded.length < 4 || isVietnamese(folded) ? null : nearest(folded, vocabulary.near(folded), 1);

  /** "chợ cấp": an everyday word that only sounds like the one in a set phrase of ours. */
  const misheard = ({ folded }: Token, left: Neighbour, right: Neighbour): string | null => {
    for (const word of vocabulary.near(folded)) {
      if (word === folded || soundOf(word) !== soundOf(folded)) continue;
      const times = [left && timesPaired(left.folded, word), right && timesPaired(word, right.folded)];
      if (times.some((seen) => (seen ?? 0) >= SET_PHRASE)) return word;
    }
    return null;
  };

  const repair = (token: Token, left: Neighbour, right: Neighbour): string | null => {
    if (/[\d~]/.test(token.folded)) return null;
    if (paired(left, token) || paired(token, right)) return null;
    if (usual.has(token.folded)) return token.marked ? misheard(token, left, right) : null;
    return fromNeighbours(token, left, right) ?? (knows(token.folded) ? null : alone(token));
  };

  const correct = (tokens: readonly Token[]): Token[] => {
    const result: Token[] = [];
    tokens.forEach((token, index) => {
      const next = tokens[index + 1];
      const left = token.breakBefore ? undefined : result.at(-1);
      const meant = repair(token, left, next?.breakBefore === true ? undefined : next);
      result.push(...(meant === null ? [token] : replaceToken(token, meant, GUESSED)));
    });
    return result;
  };

  /** "giayphep" → "giay phep": known words only, the fewest. */
  const split = (folded: string): string[] | null =>
    splitGlued(folded, (part) => knows(part) && isVietnamese(part));

  return { correct, knows, split };
};

export type Spelling = ReturnType<typeof createSpelling>;

const nearest = (typed: string, candidates: Iterable<string>, most: number): string | null => {
  let best: string | null = null;
  let least = most + 0.01;
  for (const candidate of candidates) {
    if (candidate === typed) continue;
    const distance = misspelt(typed, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
};

const misspelt = (typed: string, meant: string): number =>
  soundOf(typed) === soundOf(meant) ? 0.5 : typingDistance(typed, meant);

const allowance = (folded: string): number => (folded.length >= 6 ? 2 : folded.length >= 2 ? 1 : 0);
