import { TEXTS } from '../texts.js';
import type { Language, Texts } from '../texts.js';

/** The widget's own words: whoever binds to them is told when the language changes. */
export const createLabels = (first: Language) => {
  let language = first;
  const bound: ((texts: Texts) => void)[] = [];
  return {
    language: (): Language => language,
    texts: (): Texts => TEXTS[language],
    bind: (apply: (texts: Texts) => void): void => {
      bound.push(apply);
      apply(TEXTS[language]);
    },
    use: (next: Language): void => {
      if (next === language) return;
      language = next;
      for (const apply of bound) apply(TEXTS[next]);
    },
  };
};
export type Labels = ReturnType<typeof createLabels>;
