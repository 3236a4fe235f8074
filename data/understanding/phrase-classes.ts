import { z } from 'zod';

const Words = z.string().trim().min(1);

/** Kinds of words that stand for one another in phrases: `nước` → "nhật", "hàn" … */
export const PhraseClasses = z.record(Words, z.array(Words).min(1)).default({});
type PhraseClasses = z.output<typeof PhraseClasses>;

/** "kỹ sư {nước}" → "kỹ sư nhật", "kỹ sư hàn" …: each word of the class in its place. Throws for an unknown class. */
export const expandPhrase = (phrase: string, classes: PhraseClasses): string[] => {
  const slot = /\{([^}]+)\}/u.exec(phrase);
  if (slot === null) return [phrase];
  const [written, name = ''] = slot;
  const members = classes[name];
  if (members === undefined) throw new RangeError(`No class of words is called ${name}.`);
  return members.flatMap((word) => expandPhrase(phrase.replace(written, word), classes));
};

/** All phrases of a table with their classes written out, each once. */
export const expandTable = (
  table: Readonly<Record<string, readonly string[]>>,
  classes: PhraseClasses,
): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(table).map(([name, phrases]) => [
      name,
      [...new Set(phrases.flatMap((phrase) => expandPhrase(phrase, classes)))],
    ]),
  );
