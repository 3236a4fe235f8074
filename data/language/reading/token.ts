import { isMarked, readSyllable } from './syllable.js';
import type { Syllable } from './syllable.js';

/** One word of a question on its way to being understood. */
export interface Token extends Syllable {
  /** Typed with marks: then they must agree; without, any marks may be meant. */
  marked: boolean;
  /** A sentence or clause ends before it: no phrase reaches across. */
  breakBefore: boolean;
  /** 1 as typed, less when it was guessed. */
  certainty: number;
  /** Written with a capital inside a sentence: probably a name. */
  name: boolean;
}

const WORD = /[\p{L}\p{M}\d]+(?:[./-]\d+)*/gu;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** A text cut into words; punctuation is kept only as `breakBefore`. */
export const tokenise = (text: string): Token[] => {
  const clean = text.normalize('NFC').replace(INVISIBLE, '');
  const shouting = clean === clean.toUpperCase();
  const tokens: Token[] = [];
  let end = 0;
  for (const match of clean.matchAll(WORD)) {
    const between = clean.slice(end, match.index);
    end = match.index + match[0].length;
    const breakBefore = /[.,;:!?\n()"“”…]/.test(between);
    const name = !shouting && tokens.length > 0 && !breakBefore && /^\p{Lu}\p{Ll}+$/u.test(match[0]);
    tokens.push(...wordTokens(match[0], { breakBefore, name }));
  }
  return tokens;
};

export const createToken = (typed: string, from: Partial<Token> = {}): Token => {
  const syllable = readSyllable(typed);
  return { breakBefore: false, certainty: 1, name: false, ...from, ...syllable, marked: isMarked(syllable) };
};

/** Words written for `from` in place of it: they stand where it stood and are as certain. */
export const replaceToken = (from: Token, words: string, certainty = 1): Token[] =>
  words.split(' ').map((word, index) =>
    createToken(word, {
      breakBefore: index === 0 && from.breakBefore,
      certainty: from.certainty * certainty,
    }),
  );

/** "75tuổi" and "k3" fall apart at the border of digits, VNI keystrokes ("tro75") do not. */
const wordTokens = (typed: string, from: Partial<Token>): Token[] => {
  const glued = /^(\d+)(\p{L}[\p{L}\p{M}]+)$/u.exec(typed);
  if (glued === null) return [createToken(typed, from)];
  return [createToken(glued[1] ?? '', from), createToken(glued[2] ?? '')];
};
