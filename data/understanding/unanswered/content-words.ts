import { createReader } from '../../language/reading/reader.js';
import type { Lexicon } from '../../language/reading/lexicon.js';
import { createToken } from '../../language/reading/token.js';

/** The words of a text that say what it is about: read as meant, folded, sorted, each once. */
export type ContentWords = (text: string) => string[];

/** A text of fillers alone is told by all its words. */
export const createContentWords = (lexicon: Lexicon): ContentWords => {
  const read = createReader(lexicon, null);
  const fillers = new Set(lexicon.fillers.map((word) => createToken(word).key));
  const unmarked = new Set(lexicon.fillers.map((word) => createToken(word).folded));
  return (text) => {
    const { tokens } = read(text);
    const telling = tokens.filter(
      ({ key, folded, marked }) => !fillers.has(key) && (marked || !unmarked.has(folded)),
    );
    const words = (telling.length > 0 ? telling : tokens).map(({ folded }) => folded);
    return [...new Set(words)].sort();
  };
};
