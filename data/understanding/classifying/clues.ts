import type { TextFeatures } from '../ranking/features.js';

/**
 * What a classifier sees of a text, each once: words without and with their marks, neighbouring words, concepts and
 * actions; of an English text its own words as well, since the glossary has not got all of them.
 */
export const cluesOf = ({ features, actions, english }: TextFeatures): string[] => [
  ...new Set([
    ...features.flatMap(({ id, key }) => (key === null ? [id] : [id, `'${key}`])),
    ...Array.from(actions, (action) => `do:${action}`),
    ...english.flatMap((word, at) => [`en:${word}`, `en:${english[at - 1] ?? ''} ${word}`]),
  ]),
];
