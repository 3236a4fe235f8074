import { createEnglish, stemsOf } from './english.js';
import { readKeystrokes } from './keyboard.js';
import type { Lexicon } from './lexicon.js';
import { readNumberWords } from './number-words.js';
import { createPhraseTable } from './phrase-table.js';
import type { Locale } from '../locale.js';
import type { Spelling } from '../spelling/spelling.js';
import { isVietnamese } from './syllable.js';
import { createToken, replaceToken, tokenise } from './token.js';
import type { Token } from './token.js';

export interface ReadText {
  tokens: Token[];
  language: Locale | null;
  /** The stems of an English text's own words; empty for any other. */
  english: readonly string[];
}

/** Turns what somebody typed into the words that were meant. Without `spelling`: nothing is guessed. */
export const createReader = (lexicon: Lexicon, spelling: Spelling | null) => {
  const english = createEnglish(lexicon);
  const rewrites = createPhraseTable(Object.entries(lexicon.rewrites), true);
  const shorthand = new Set(Object.keys(lexicon.rewrites).map((typed) => createToken(typed).folded));

  const repairWord = (token: Token): Token[] => {
    const { text, folded } = token;
    if (isVietnamese(folded) || !/^\p{L}/u.test(text) || shorthand.has(folded)) return [token];
    const meant = english.knows(text) ? null : readKeystrokes(text);
    if (meant !== null) return replaceToken(token, meant);
    const parts = folded.length < 5 ? null : (spelling?.split(folded) ?? null);
    return parts === null ? [token] : replaceToken(token, parts.join(' '));
  };

  const rewrite = (tokens: readonly Token[]): Token[] => {
    const result: Token[] = [];
    let at = 0;
    for (const { start, end, value } of rewrites.longest(tokens)) {
      if (end - start === 1 && isInitial(tokens, start)) continue;
      const first = tokens[start];
      result.push(...tokens.slice(at, start), ...(first === undefined ? [] : replaceToken(first, value)));
      at = end;
    }
    return [...result, ...tokens.slice(at)];
  };

  return (text: string): ReadText => {
    const typed = tokenise(text);
    if (english.isEnglish(typed))
      return { tokens: english.translate(typed), language: 'en', english: stemsOf(typed) };
    const repaired = rewrite(readNumberWords(english.translateWithin(typed).flatMap(repairWord)));
    const tokens = spelling === null ? repaired : rewrite(spelling.correct(repaired));
    const vietnamese = tokens.some(({ folded }) => isVietnamese(folded) && folded.length > 1);
    return { tokens, language: vietnamese ? 'vi' : null, english: [] };
  };
};

export type Reader = ReturnType<typeof createReader>;

/** "B, C, K": letters in a row stand for themselves. */
const isInitial = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text.length === 1 &&
  [tokens[at - 1], tokens[at + 1]].some(
    (neighbour) => neighbour !== undefined && /^\p{L}$/u.test(neighbour.text),
  );
