import { couldMean } from '../../language/reading/phrase-table.js';
import type { Feature } from './features.js';

/** A word with marks the catalogue never uses is half a different word: "chán" is hardly "chân". */
const OTHER_MARKS = 0.45;
/** The southern half of the country does not hear the difference between hỏi and ngã. */
const HOI_NGA = /[34]$/;

/** Which documents write a word the way it was typed. */
export const createSpellings = (spelled: ReadonlyMap<string, ReadonlySet<number>>) => {
  const keysOf = new Map<string, string[]>();
  for (const key of spelled.keys()) {
    const letters = unmarked(key);
    keysOf.set(letters, [...(keysOf.get(letters) ?? []), key]);
  }
  return {
    /** null: typed without marks, or with marks nobody uses: then any will do. */
    documents: ({ key }: Feature): ReadonlySet<number> | null =>
      key === null ? null : (spelled.get(key) ?? null),

    trust: ({ id, key, kind }: Feature): number => {
      if (key === null || kind !== 'word' || spelled.has(key)) return 1;
      const known = keysOf.get(id) ?? [];
      return known.length === 0 || known.some((meant) => sameButSlip(key, meant)) ? 1 : OTHER_MARKS;
    },
  };
};

export type Spellings = ReturnType<typeof createSpellings>;

const sameButSlip = (typed: string, meant: string): boolean =>
  couldMean(typed, meant) ||
  (HOI_NGA.test(typed) && HOI_NGA.test(meant) && typed.slice(0, -1) === meant.slice(0, -1));

const unmarked = (key: string): string =>
  key.replace(/\d$/, '').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
