import { createReader } from '../language/reading/reader.js';
import { remembered } from '../language/reading/remembered.js';
import { createSpelling } from '../language/spelling/spelling.js';
import { createVocabulary } from '../language/spelling/vocabulary.js';
import { tellingPart } from '../language/telling-part.js';
import type { Catalogue } from '../procedures/catalogue.js';
import type { Knowledge } from './knowledge.js';
import { knownPhrases } from './known-phrases.js';
import { createFeatureReader } from './ranking/features.js';

/** Reads what citizens write into words and features, with the catalogue's own words to repair it by. */
export const createQuestionReader = (catalogue: Catalogue, knowledge: Omit<Knowledge, 'learned'>) => {
  const { lexicon } = knowledge;
  const readPlainly = createReader(lexicon, null);
  // The same phrases are wanted by several tables; what they keep is theirs.
  const readOnce = remembered(readPlainly, Infinity);
  const vocabulary = createVocabulary(
    Array.from(knownPhrases(catalogue, knowledge), (phrase) => readOnce(phrase).tokens),
  );
  const spelling = createSpelling(vocabulary, [...lexicon.fillers, ...lexicon.common]);
  const repair = createReader(lexicon, spelling);
  const featuresOf = createFeatureReader(lexicon, knowledge.concepts, readOnce);

  const read = (question: string) => {
    const text = repair(tellingPart(question));
    return { text, features: featuresOf(text) };
  };
  return { read, readOnce, readPlainly, featuresOf };
};
