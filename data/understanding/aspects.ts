import { phrasesAsRead } from './as-read.js';
import { createPhraseTable } from '../language/reading/phrase-table.js';
import type { Reader, ReadText } from '../language/reading/reader.js';
import type { Cues } from './cues.js';
import { Aspect } from './understanding.js';

/** "thế nào" stands in questions about anything: `how` speaks only when nothing else does. */
const VAGUE: Aspect = 'how';

/** What about the procedure is asked; the last such phrase counts, stories end in their question. */
export const createAspectReader = ({ aspects }: Cues, read: Reader) => {
  const table = createPhraseTable(
    phrasesAsRead(aspects, read).map(([phrase, name]): [string, Aspect] => [phrase, Aspect.parse(name)]),
    true,
  );
  return ({ tokens }: Pick<ReadText, 'tokens'>): Aspect | null => {
    const found = table.longest(tokens);
    const telling = found.findLast(({ value }) => value !== VAGUE) ?? found.at(-1);
    return telling?.value ?? null;
  };
};
