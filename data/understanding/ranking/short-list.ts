import type { Feature } from './features.js';
import type { Postings } from './procedure-index.js';
import type { Spellings } from './spellings.js';

export interface Weighed {
  feature: Feature;
  postings: Postings | null;
  weight: number;
}

export interface ListedDocument {
  doc: number;
  score: number;
}

/** So many are looked at closely, however many procedures there are. */
const LENGTH = 24;
/** A word written with other marks is probably another word. */
const OTHER_WORD = 0.25;

/** Adds up shared features document by document; the most promising are handed on, best first, and those asked for. */
export const createShortList = (documents: number, spellings: Spellings) => {
  const scores = new Float32Array(documents);

  const addUp = ({ feature, postings, weight }: Weighed, touched: number[]): void => {
    if (postings === null) return;
    const written = spellings.documents(feature);
    postings.docs.forEach((doc, at) => {
      const agrees = written === null || written.has(doc) ? 1 : OTHER_WORD;
      if (scores[doc] === 0) touched.push(doc);
      scores[doc] = (scores[doc] ?? 0) + weight * (postings.weights[at] ?? 0) * agrees;
    });
  };

  return (weighed: readonly Weighed[], also: readonly number[]): ListedDocument[] => {
    const touched: number[] = [];
    for (const item of weighed) addUp(item, touched);
    const list = touched.map((doc) => ({ doc, score: scores[doc] ?? 0 }));
    const chosen = best(list);
    const missing = also.filter((doc) => !chosen.some((listed) => listed.doc === doc));
    chosen.push(...missing.map((doc) => ({ doc, score: scores[doc] ?? 0 })));
    scores.fill(0);
    return chosen;
  };
};

/** The best few; of thousands only those above a bar set by a sample are sorted. */
const best = (list: readonly ListedDocument[]): ListedDocument[] => {
  if (list.length <= LENGTH * 4) return ordered(list);
  const sample = ordered(list.filter((_, index) => index % 8 === 0));
  const bar = sample[LENGTH / 8 - 1]?.score ?? 0;
  const promising = list.filter(({ score }) => score >= bar * 0.6);
  return ordered(promising.length >= LENGTH ? promising : list);
};

const ordered = (list: readonly ListedDocument[]): ListedDocument[] =>
  [...list].sort((a, b) => b.score - a.score || a.doc - b.doc).slice(0, LENGTH);
