import type { Candidate } from '../understanding.js';
import { actionAgreement } from './actions.js';
import { createSpellings } from './spellings.js';
import type { Feature, TextFeatures } from './features.js';
import type { IndexedProcedure, Postings, ProcedureIndex } from './procedure-index.js';

/** How much each kind of feature says: a concept is a whole idea, a pair is nearly always one Vietnamese word. */
const KIND = { word: 1, pair: 0.8, concept: 1.7 } as const;
/** A word nobody in this field uses still says something: that the question is about something else. */
const UNKNOWN = 4;
const SHORT_LIST = 24;
const WEIGHTS = { cover: 1, phrase: 0.8, action: 0.3, core: 0.35 } as const;

export interface Ranked extends Candidate {
  /** Share of the question's meaning found in the procedure, 0 to 1. */
  explained: number;
  /** How close the nearest way of putting it is, 0 to 1. */
  phrase: number;
  action: number;
  /** What speaks for the field itself: the rarity of the shared concepts that belong to it alone. */
  evidence: number;
  /** How many shared concepts occur in other fields as well. */
  hints: number;
  /** Share of the question's meaning in words this field never uses. */
  foreign: number;
}

interface Weighed {
  feature: Feature;
  postings: Postings | null;
  weight: number;
}

/** Orders the procedures by how well they fit; nothing here decides whether the best is good enough. */
export const createRanking = (
  { entries, postings, spelled }: ProcedureIndex,
  modifiers: ReadonlySet<string>,
) => {
  const scores = new Float32Array(entries.length);
  const spellings = createSpellings(spelled);

  const weigh = (features: readonly Feature[]): Weighed[] =>
    features.flatMap((typed): Weighed[] => {
      const feature = { ...typed, worth: typed.worth * spellings.trust(typed) };
      const found = postings.get(feature.id) ?? null;
      if (found === null)
        return feature.kind === 'word' ? [{ feature, postings: null, weight: UNKNOWN * feature.worth }] : [];
      return [{ feature, postings: found, weight: found.idf * feature.worth * KIND[feature.kind] }];
    });

  const gather = (weighed: readonly Weighed[]): number[] => {
    const touched: number[] = [];
    for (const { feature, postings: found, weight } of weighed) {
      if (found === null) continue;
      const spelling = spellings.documents(feature);
      for (let at = 0; at < found.docs.length; at += 1) {
        const doc = found.docs[at] ?? 0;
        const agrees = spelling === null || spelling.has(doc) ? 1 : 0.25;
        if (scores[doc] === 0) touched.push(doc);
        scores[doc] = (scores[doc] ?? 0) + weight * (found.weights[at] ?? 0) * agrees;
      }
    }
    return touched;
  };

  const shortList = (touched: number[]): { doc: number; score: number }[] => {
    const list = touched.map((doc) => ({ doc, score: scores[doc] ?? 0 }));
    for (const doc of touched) scores[doc] = 0;
    return list.sort((a, b) => b.score - a.score || a.doc - b.doc).slice(0, SHORT_LIST);
  };

  return (question: TextFeatures): Ranked[] => {
    const weighed = weigh(question.features);
    const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return [];
    return shortList(gather(weighed))
      .flatMap(({ doc, score }) => {
        const entry = entries[doc];
        return entry === undefined ? [] : [assess(entry, question, weighed, score / total)];
      })
      .sort((a, b) => b.score - a.score);
  };

  function assess(
    entry: IndexedProcedure,
    question: TextFeatures,
    weighed: readonly Weighed[],
    cover: number,
  ): Ranked {
    const phrase = nearestPhrase(entry, weighed);
    const action = actionAgreement(question.actions, entry.actions, entry.alsoPlain);
    const core = coreShare(entry, question, postings);
    const parts = [
      { what: 'words', weight: WEIGHTS.cover * cover },
      { what: phrase.text, weight: WEIGHTS.phrase * phrase.closeness },
      { what: 'action', weight: WEIGHTS.action * action },
      { what: 'core', weight: WEIGHTS.core * core },
      { what: 'standing', weight: standing(entry, question) },
    ];
    const score = parts.reduce((sum, { weight }) => sum + weight, 0);
    return {
      code: entry.procedure.code,
      score,
      reasons: parts,
      explained: cover,
      phrase: phrase.closeness,
      action,
      ...evidenceFor(entry, question),
      foreign: foreignShare(weighed),
    };
  }

  function nearestPhrase(
    { phrases }: IndexedProcedure,
    weighed: readonly Weighed[],
  ): { text: string; closeness: number } {
    let best = { text: '', closeness: 0 };
    const asked = weighed.filter(({ feature }) => feature.worth > 0.3);
    const total = asked.reduce((sum, { weight }) => sum + weight, 0);
    for (const { text, features, weight } of phrases) {
      let both = 0;
      for (const item of asked) if (features.has(item.feature.id)) both += item.weight;
      if (both === 0) continue;
      const own = ownWeight(features);
      const closeness = (weight * both) / (both + 0.5 * Math.max(0, own - both) + 0.3 * (total - both));
      if (closeness > best.closeness) best = { text, closeness };
    }
    return best;
  }

  function evidenceFor(
    { concepts }: IndexedProcedure,
    question: TextFeatures,
  ): { evidence: number; hints: number } {
    const found = { evidence: 0, hints: 0 };
    for (const concept of question.concepts) {
      if (!concepts.has(concept)) continue;
      if (modifiers.has(concept)) found.hints += 1;
      else found.evidence += postings.get(`§${concept}`)?.idf ?? 0;
    }
    return found;
  }

  function ownWeight(features: ReadonlySet<string>): number {
    let sum = 0;
    for (const id of features) {
      const kind = id.startsWith('§') ? 'concept' : id.includes(' ') ? 'pair' : 'word';
      sum += (postings.get(id)?.idf ?? 0) * KIND[kind];
    }
    return sum;
  }
};

/** How much of what the procedure is about the question speaks of. */
const coreShare = (
  { core }: IndexedProcedure,
  { concepts }: TextFeatures,
  postings: ReadonlyMap<string, Postings>,
): number => {
  let all = 0;
  let shared = 0;
  for (const concept of core) {
    const weight = postings.get(`§${concept}`)?.idf ?? 0;
    all += weight;
    if (concepts.has(concept)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
};

const foreignShare = (weighed: readonly Weighed[]): number => {
  const words = weighed.filter(({ feature }) => feature.kind === 'word');
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  const unknown = words.reduce((sum, { weight, postings }) => sum + (postings === null ? weight : 0), 0);
  return all === 0 ? 0 : unknown / all;
};

/** Between two that do the same the one in force goes first; a province's own procedure waits for its name. */
const standing = ({ procedure, superseded, concepts }: IndexedProcedure, question: TextFeatures): number => {
  const local = /QĐ-UBND/.test(procedure.publishedBy ?? '');
  const named = PLACES.some((place) => concepts.has(place) && question.concepts.has(place));
  return (superseded ? -0.15 : 0) + (local && !named ? -0.12 : 0);
};

const PLACES = ['lai châu', 'hà tĩnh'] as const;
