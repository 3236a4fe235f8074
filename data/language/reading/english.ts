import { readKeystrokes } from './keyboard.js';
import type { Lexicon } from './lexicon.js';
import { remembered } from './remembered.js';
import { isVietnamese } from './syllable.js';
import { createToken } from './token.js';
import type { Token } from './token.js';

const ENDING = /(?:ies|ied|ing|ed|es|e|s|y)$/;

/** "employed", "employing", "employs" are one word; Vietnamese never passes through here. */
const stem = remembered((word: string): string =>
  word.length > 4 ? word.replace(ENDING, '') : word.replace(/s$/, ''),
);

/** Recognises English and turns it into the Vietnamese words the catalogue knows. */
export const createEnglish = ({ english, englishFillers }: Lexicon) => {
  const { phrases, words, firsts, longest } = readGlossary(english);
  const fillers = new Set(englishFillers);

  const knows = (text: string): boolean => fillers.has(text) || words.has(stem(text));

  const isEnglish = (tokens: readonly Token[]): boolean => {
    const ascii = tokens.filter(isPlain);
    const foreign = ascii.filter(({ text, folded }) => !isVietnamese(folded) && knows(text)).length;
    const unknown = ascii.filter(({ text, folded }) => isForeign(text, folded) && !knows(text)).length;
    const either = ascii.filter(({ text }) => knows(text)).length;
    return foreign >= 1 && (either + unknown) * 2 > tokens.length && (foreign + unknown) * 4 >= tokens.length;
  };

  const phraseAt = (tokens: readonly Token[], start: number): { meaning: string; length: number } | null => {
    if (!firsts.has(stem(tokens[start]?.text ?? ''))) return null;
    for (let length = Math.min(longest, tokens.length - start); length > 0; length -= 1) {
      const stems = tokens.slice(start, start + length).map(({ text }) => stem(text));
      const meaning = phrases.get(stems.join(' '));
      if (meaning !== undefined) return { meaning, length };
    }
    return null;
  };

  /** Phrase by phrase; `keep` says what becomes of a word, or of a phrase that is not to be translated. */
  const replacePhrases = (
    tokens: readonly Token[],
    translates: (phrase: readonly Token[]) => boolean,
    keep: (token: Token) => Token[],
  ): Token[] => {
    const replaced: Token[] = [];
    for (let at = 0; at < tokens.length;) {
      const found = phraseAt(tokens, at);
      const phrase = tokens.slice(at, at + (found?.length ?? 1));
      if (found !== null && translates(phrase)) replaced.push(...tokensOf(found.meaning));
      else replaced.push(...phrase.slice(0, 1).flatMap(keep));
      at += found !== null && translates(phrase) ? found.length : 1;
    }
    return replaced;
  };

  /** A whole English text: what the glossary lacks stays as a foreign word, which nothing will explain. */
  const translate = (tokens: readonly Token[]): Token[] =>
    replacePhrases(
      tokens,
      () => true,
      (token) => (fillers.has(token.text) ? [] : [token.marked ? token : asForeign(token)]),
    );

  /** English in a Vietnamese sentence ("xin work permit cho sếp"): only phrases no Vietnamese would write. */
  const translateWithin = (tokens: readonly Token[]): Token[] =>
    replacePhrases(
      tokens,
      (phrase) => phrase.some(({ folded, text }) => !isVietnamese(folded) && /^[a-z]{3,}$/.test(text)),
      (token) => [token],
    );

  return { isEnglish, knows, translate, translateWithin };
};

/** An English text's own words, without their endings. */
export const stemsOf = (tokens: readonly Token[]): string[] =>
  tokens.filter(isPlain).map(({ text }) => stem(text));

const isPlain = ({ text }: Token): boolean => /^[a-z]+$/.test(text);

/** No Vietnamese syllable, and no keystrokes of one either. */
const isForeign = (text: string, folded: string): boolean =>
  text.length >= 4 && !isVietnamese(folded) && readKeystrokes(text) === null;

const tokensOf = (words: string): Token[] => words.split(' ').map((word) => createToken(word));

const asForeign = (token: Token): Token =>
  /^\d/.test(token.text) ? token : { ...token, folded: `${token.folded}~`, key: `${token.key}~` };

const readGlossary = (english: Lexicon['english']) => {
  const phrases = new Map<string, string>();
  const words = new Set<string>();
  const firsts = new Set<string>();
  let longest = 1;
  for (const [phrase, meaning] of Object.entries(english)) {
    const stems = phrase.split(' ').map(stem);
    phrases.set(stems.join(' '), meaning);
    for (const word of stems) words.add(word);
    firsts.add(stems[0] ?? '');
    longest = Math.max(longest, stems.length);
  }
  return { phrases, words, firsts, longest };
};
