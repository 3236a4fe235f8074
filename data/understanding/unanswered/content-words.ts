import { createReader } from '../../language/reading/reader.js';
import type { Lexicon } from '../../language/reading/lexicon.js';
import { createToken } from '../../language/reading/token.js';

/** The words of a text as they were meant: folded, sorted, each once. */
export interface ContentWords {
  /** Say what it is about. */
  telling: string[];
  /** Typed without marks, so that nobody knows: "the" may be "thẻ" or the filler "thế". */
  perhaps: string[];
}

export type ReadContentWords = (text: string) => ContentWords;

/** A text of fillers alone is told by all its words. */
export const createContentWords = (lexicon: Lexicon): ReadContentWords => {
  const read = createReader(lexicon, null);
  const fillers = lexicon.fillers.map((word) => createToken(word));
  const keys = new Set(fillers.map(({ key }) => key));
  const unmarked = new Set(fillers.map(({ folded }) => folded));
  return (text) => {
    const { tokens } = read(text);
    const words = tokens.filter(({ marked, key }) => !marked || !keys.has(key));
    const telling = words.filter(({ marked, folded }) => marked || !unmarked.has(folded));
    const perhaps = words.filter((token) => !telling.includes(token));
    return telling.length > 0
      ? { telling: folded(telling), perhaps: folded(perhaps) }
      : { telling: folded(tokens), perhaps: [] };
  };
};

const folded = (tokens: readonly { folded: string }[]): string[] =>
  [...new Set(tokens.map((token) => token.folded))].sort();
