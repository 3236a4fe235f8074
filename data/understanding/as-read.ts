import type { Reader } from '../language/reading/reader.js';

/** Numbers are looked for as they are written: "81%" is not any 81. */
const WORDS_ONLY = /^[\p{L}\p{M} …]+$/u;

/**
 * A phrase as it was written and as reading leaves it: what is typed "khi nào có" is read "bao giờ có", so a phrase
 * has to be looked for in these words. "…" stays.
 */
export const asRead = (phrase: string, read: Reader): string[] => {
  if (!WORDS_ONLY.test(phrase)) return [phrase];
  const words = phrase
    .split('…')
    .map((part) =>
      read(part)
        .tokens.map(({ text }) => text)
        .join(' '),
    )
    .join(' … ')
    .trim();
  return words === phrase || words === '' || words.includes('~') ? [phrase] : [phrase, words];
};

/** A table of phrases as pairs of phrase and name. */
export const phrasesAsRead = (
  table: Readonly<Record<string, readonly string[]>>,
  read: Reader,
): [string, string][] =>
  Object.entries(table).flatMap(([name, phrases]) =>
    phrases.flatMap((phrase) => asRead(phrase, read).map((words): [string, string] => [words, name])),
  );
