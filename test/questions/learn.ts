import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { loadCatalogue } from '../../data/load-dataset.js';
import { loadKnowledge } from '../../data/load-understanding.js';
import { cluesOf } from '../../data/understanding/classifying/clues.js';
import type { Kind } from '../../data/understanding/classifying/kinds.js';
import { trainClassifier } from '../../data/understanding/classifying/train-classifier.js';
import type { Example } from '../../data/understanding/classifying/train-classifier.js';
import { createQuestionReader } from '../../data/understanding/question-reader.js';
import { without } from '../../data/understanding/ranking/features.js';
import type { TextFeatures } from '../../data/understanding/ranking/features.js';
import { procedureTexts } from '../../data/understanding/ranking/procedure-texts.js';
import { seeded } from '../support/seeded.js';
import { readQuestions } from './question-set.js';
import type { Question } from './question-set.js';

/** Learns from the tuning questions what `data/understanding/classifying/learned.json` holds; the same each time. */
const { all: catalogue } = loadCatalogue();
const knowledge = loadKnowledge();
const { read } = createQuestionReader(loadCatalogue(), knowledge);

/** Where somebody lives says nothing about what is asked: some questions are told with a place as well. */
const PLACES = [
  'ở quận 3',
  'phường 5 quận 3 cũ',
  'xã Tân Phú',
  'ở huyện Củ Chi',
  'tỉnh Bình Dương cũ',
  'tp Thủ Đức',
  'ở Hà Nội',
  'thôn 4 xã Ia Drăng',
  'phường Bến Nghé',
  'o quan go vap',
];
const EVERY = 6;
/** Features worth less are fillers (`ranking/features.ts`). */
const TELLING = 0.3;

const questions = readQuestions('tune').filter(({ context }) => context === null);
const told = questions.flatMap((question, at) => {
  const place = PLACES[(at / EVERY) % PLACES.length];
  const texts = place === undefined ? [question.text] : [question.text, withPlace(question.text, place, at)];
  return texts.map((text) => ({ question, clues: cluesOf(read(text).features) }));
});

const names = namesOf();
const kinds = trainClassifier(
  [...examples(kindsOf), ...names.map(({ clues }) => ({ clues, classes: ['ours'] }))],
  seeded(1),
);
const procedures = trainClassifier(
  [...examples(({ accepted }) => accepted ?? []), ...names, ...piecesOf()],
  seeded(1),
);
const fingerprint = createHash('sha256')
  .update(readFileSync(new URL('tune.tsv', import.meta.url)))
  .digest('hex');
writeFileSync(
  new URL('../../data/understanding/classifying/learned.json', import.meta.url),
  `${JSON.stringify({ questions: fingerprint, kinds, procedures }, null, 1)}\n`,
);

function withPlace(text: string, place: string, at: number): string {
  return at % 4 === 0 ? `${place} ${text}` : `${text} ${place}`;
}

function examples(classesOf: (question: Question) => readonly string[]): Example[] {
  return told
    .map(({ question, clues }) => ({ clues, classes: classesOf(question) }))
    .filter(({ classes }) => classes.length > 0);
}

/** What the dataset itself calls its procedures. */
function namesOf(): Example[] {
  const called = new Map<string, string[]>();
  for (const procedure of catalogue)
    for (const { text } of procedureTexts(procedure, knowledge.everydayNames[procedure.code] ?? []).filter(
      isPhrase,
    ))
      called.set(text, [...(called.get(text) ?? []), procedure.code]);
  return Array.from(called, ([text, classes]) => ({ clues: cluesOf(read(text).features), classes }));
}

/** "Trợ cấp" stands in many names: said alone it means none of them for sure. */
function piecesOf(): Example[] {
  return catalogue.flatMap(({ code, title, name }) => {
    const pieces = [title.vi, name].flatMap((text) => piecesWithin(read(text).features));
    return [...new Map(pieces.map((clues) => [clues.join(), clues])).values()].map((clues) => ({
      clues,
      classes: [code],
    }));
  });
}

function piecesWithin(text: TextFeatures): string[][] {
  return text.features
    .filter(({ kind, worth }) => kind !== 'word' && worth > TELLING)
    .map(({ start, end }) => {
      const beside = new Set([...text.tokens.keys()].filter((at) => at < start || at >= end));
      return cluesOf({ ...without(text, beside), actions: new Set() });
    });
}

function isPhrase({ asPhrase }: { asPhrase: boolean }): boolean {
  return asPhrase;
}

/** None when the question is not judged, or asks for the state of a dossier by the procedure's name. */
function kindsOf({ accepted, intent }: Question): Kind[] {
  if (accepted === null) return [];
  if (accepted.length > 0) return intent === null || intent === 'procedure' ? ['ours'] : [];
  if (intent === null) return ['elsewhere', 'unknown'];
  return [intent === 'procedure' ? 'elsewhere' : intent];
}
