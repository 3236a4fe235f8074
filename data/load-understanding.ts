import { join } from 'node:path';
import { loadCatalogue, parseFile, projectRoot } from './load-dataset.js';
import { Lexicon } from './language/reading/lexicon.js';
import { Learned } from './understanding/classifying/learned.js';
import { Cues } from './understanding/cues.js';
import { Concepts, EverydayNames } from './understanding/knowledge.js';
import type { Knowledge } from './understanding/knowledge.js';
import { Referrals } from './understanding/referring/referrals.js';
import { createUnderstand } from './understanding/understand.js';
import type { Understand } from './understanding/understanding.js';

/** Reads what understanding rests on beside the catalogue. Throws DomainError `dataset.invalid` naming the file. */
export const loadKnowledge = (root = projectRoot()): Knowledge => {
  const folder = join(root, 'data', 'understanding');
  return {
    lexicon: parseFile(join(root, 'data', 'language', 'reading', 'lexicon.json'), Lexicon),
    concepts: parseFile(join(folder, 'concepts.json'), Concepts),
    everydayNames: parseFile(join(folder, 'everyday-names.json'), EverydayNames),
    referrals: parseFile(join(folder, 'referring', 'referrals.json'), Referrals),
    cues: parseFile(join(folder, 'cues.json'), Cues),
    learned: parseFile(join(folder, 'classifying', 'learned.json'), Learned),
  };
};

/** The understanding of the shipped dataset, ready to answer. */
export const loadUnderstanding = (catalogue = loadCatalogue()): Understand =>
  createUnderstand(catalogue, loadKnowledge());
