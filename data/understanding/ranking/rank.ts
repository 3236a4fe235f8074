import type { Candidate } from '../understanding.js';
import { nearestPhrase, SIGNAL_WEIGHTS, signalsOf } from './assess.js';
import type { AskedWeights, Signals } from './assess.js';
import { KIND_WEIGHTS } from './features.js';
import type { Feature, TextFeatures } from './features.js';
import type { IndexedProcedure, Postings, ProcedureIndex } from './procedure-index.js';
import { createSpellings } from './spellings.js';

/** A word nobody in this field uses still says something: that the question is about something else. */
const UNKNOWN = 4;
const SHORT_LIST = 24;
const COUNTS = 0.3;
/** A word written with other marks is probably another word. */
const OTHER_WORD = 0.25;

export interface Ranked extends Candidate {
  signals: Signals;
  /** What speaks for the field itself: the rarity of the shared concepts that belong to it alone. */
  evidence: number;
  /** How many shared concepts occur in other fields as well. */
  hints: number;
  /** Share of the question's meaning in words this field never uses. */
  foreign: number;
  /** Share of its neighbouring words this field never puts side by side. */
  strange: number;
}

interface Weighed {
  feature: Feature;
  postings: Postings | null;
  weight: number;
}

/** Orders the procedures by how well they fit; nothing here decides whether the best is good enough. */
export const createRanking = (index: ProcedureIndex, modifiers: ReadonlySet<string>) => {
  const { entries, postings } = index;
  const spellings = createSpellings(index.spelled);
  const scores = new Float32Array(entries.length);
  const byFeature = new Float64Array(postings.size);

  const weigh = (feature: Feature): Weighed => {
    const found = postings.get(feature.id) ?? null;
    const worth = feature.worth * spellings.trust(feature);
    const rarity = found?.idf ?? (feature.kind === 'word' ? UNKNOWN : 0);
    return { feature, postings: found, weight: rarity * worth * KIND_WEIGHTS[feature.kind] };
  };

  /** The documents that share anything, best first; `scores` is clean again afterwards. */
  const shortList = (weighed: readonly Weighed[]): { doc: number; score: number }[] => {
    const touched: number[] = [];
    for (const { feature, postings: found, weight } of weighed) {
      if (found === null) continue;
      const written = spellings.documents(feature);
      for (let at = 0; at < found.docs.length; at += 1) {
        const doc = found.docs[at] ?? 0;
        const agrees = written === null || written.has(doc) ? 1 : OTHER_WORD;
        if (scores[doc] === 0) touched.push(doc);
        scores[doc] = (scores[doc] ?? 0) + weight * (found.weights[at] ?? 0) * agrees;
      }
    }
    const list = best(touched, scores, SHORT_LIST).map((doc) => ({ doc, score: scores[doc] ?? 0 }));
    for (const doc of touched) scores[doc] = 0;
    return list;
  };

  const assess = (
    entry: IndexedProcedure,
    question: TextFeatures,
    asked: AskedWeights,
    cover: number,
  ): Omit<Ranked, 'foreign' | 'strange'> => {
    const { text, phrase, naming } = nearestPhrase(entry.phrases, asked);
    const signals = signalsOf(entry, question, postings, { cover, phrase, naming });
    const reasons = reasonsFor(signals, text);
    const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
    return { code: entry.procedure.code, score, reasons, signals, ...evidence(entry, question) };
  };

  const evidence = ({ concepts }: IndexedProcedure, question: TextFeatures) => {
    const found = { evidence: 0, hints: 0 };
    for (const concept of question.concepts) {
      if (!concepts.has(concept)) continue;
      if (modifiers.has(concept)) found.hints += 1;
      else found.evidence += postings.get(`§${concept}`)?.idf ?? 0;
    }
    return found;
  };

  return (question: TextFeatures): Ranked[] => {
    const weighed = question.features.map(weigh);
    const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return [];
    const telling = weighed.filter(({ feature }) => feature.worth > COUNTS);
    for (const { postings: found, weight } of telling) if (found !== null) byFeature[found.id] = weight;
    const asked = { byFeature, total: telling.reduce((sum, { weight }) => sum + weight, 0) };
    const asWhole = { foreign: foreignShare(weighed), strange: strangeShare(weighed) };
    const ranked = shortList(weighed).flatMap(({ doc, score }) => {
      const entry = entries[doc];
      return entry === undefined ? [] : [{ ...assess(entry, question, asked, score / total), ...asWhole }];
    });
    for (const { postings: found } of telling) if (found !== null) byFeature[found.id] = 0;
    return ranked.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
  };
};

/** The best few without sorting thousands. */
const best = (docs: readonly number[], scores: Float32Array, most: number): number[] => {
  const ordered = (list: number[]): number[] =>
    list.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, most);
  if (docs.length <= most * 4) return ordered([...docs]);
  const sample = ordered(docs.filter((_, index) => index % 8 === 0));
  const bar = (scores[sample[Math.floor(sample.length / 8)] ?? 0] ?? 0) * 0.5;
  const promising = docs.filter((doc) => (scores[doc] ?? 0) >= bar);
  return ordered(promising.length >= most ? promising : [...docs]);
};

const reasonsFor = (signals: Signals, phrase: string): Candidate['reasons'] =>
  (Object.keys(SIGNAL_WEIGHTS) as (keyof Signals)[])
    .map((signal) => ({
      what: signal === 'phrase' && phrase !== '' ? `phrase "${phrase}"` : signal,
      weight: SIGNAL_WEIGHTS[signal] * signals[signal],
    }))
    .filter(({ weight }) => weight !== 0);

const foreignShare = (weighed: readonly Weighed[]): number => {
  const words = weighed.filter(({ feature }) => feature.kind === 'word');
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  const unknown = words.reduce((sum, { weight, postings }) => sum + (postings === null ? weight : 0), 0);
  return all === 0 ? 0 : unknown / all;
};

const strangeShare = (weighed: readonly Weighed[]): number => {
  const pairs = weighed.filter(({ feature }) => feature.kind === 'pair' && feature.worth > COUNTS);
  return pairs.length === 0 ? 0 : pairs.filter(({ postings }) => postings === null).length / pairs.length;
};
