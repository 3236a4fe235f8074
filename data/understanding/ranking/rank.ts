import type { Candidate } from '../understanding.js';
import type { AskedBefore } from './asked-before.js';
import { nearestPhrase, SIGNAL_WEIGHTS, signalsOf } from './assess.js';
import type { AskedWeights, Signals } from './assess.js';
import { KIND_WEIGHTS } from './features.js';
import type { Feature, TextFeatures } from './features.js';
import type { IndexedProcedure, ProcedureIndex } from './procedure-index.js';
import { createShortList } from './short-list.js';
import type { Weighed } from './short-list.js';
import { createSpellings } from './spellings.js';

/** A word nobody in this field uses still says something: that the question is about something else. */
const UNKNOWN = 4;
const COUNTS = 0.3;

export interface Ranked extends Candidate {
  signals: Signals;
  /** What speaks for it, added up: the lead over the next decides, not the sum. */
  points: number;
  /** What speaks for the field itself: the rarity of the shared concepts that belong to it alone. */
  evidence: number;
}

/** Orders the procedures by how well they fit; nothing here decides whether the best is good enough. */
export const createRanking = (
  index: ProcedureIndex,
  modifiers: ReadonlySet<string>,
  askedBefore: (text: TextFeatures) => AskedBefore,
) => {
  const { entries, postings } = index;
  const spellings = createSpellings(index.spelled);
  const byFeature = new Float64Array(postings.size);
  const docs = new Map(entries.map(({ procedure }, doc) => [procedure.code, doc]));

  const weigh = (feature: Feature): Weighed => weighFeature(feature, index, spellings.trust(feature));
  const shortList = createShortList(entries.length, spellings);

  const assess = (
    entry: IndexedProcedure,
    question: TextFeatures,
    asked: AskedWeights,
    measured: Pick<Signals, 'cover' | 'learned'>,
  ): Omit<Ranked, 'score'> => {
    const { text, ...nearest } = nearestPhrase(entry.phrases, asked);
    const signals = signalsOf(entry, question, postings, { ...measured, ...nearest });
    const reasons = reasonsFor(signals, text);
    const points = reasons.reduce((sum, { weight }) => sum + weight, 0);
    return { code: entry.procedure.code, points, reasons, signals, evidence: evidenceFor(entry, question) };
  };

  /** A concept that occurs in any field is no evidence of this one. */
  const evidenceFor = ({ concepts }: IndexedProcedure, question: TextFeatures): number =>
    [...question.concepts]
      .filter((concept) => concepts.has(concept) && !modifiers.has(concept))
      .reduce((sum, concept) => sum + (postings.get(`§${concept}`)?.idf ?? 0), 0);

  return (question: TextFeatures): Ranked[] => {
    const weighed = question.features.map(weigh);
    const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) return [];
    const telling = weighed.filter(({ feature }) => feature.worth > COUNTS);
    for (const { postings: found, weight } of telling) if (found !== null) byFeature[found.id] = weight;
    const asked = { byFeature, total: telling.reduce((sum, { weight }) => sum + weight, 0) };
    const { likeness, leaders, because } = askedBefore(question);
    const ranked = shortList(weighed, leaders).flatMap(({ doc, score }) => {
      const entry = entries[doc];
      const measured = { cover: score / total, learned: likeness[doc] ?? 0 };
      return entry === undefined ? [] : [assess(entry, question, asked, measured)];
    });
    for (const { postings: found } of telling) if (found !== null) byFeature[found.id] = 0;
    const ordered = withScores(ranked.sort((a, b) => b.points - a.points || (a.code < b.code ? -1 : 1)));
    return ordered.map((candidate, place) =>
      place < EXPLAINED ? withClues(candidate, because(docs.get(candidate.code) ?? -1)) : candidate,
    );
  };
};

/** So many are ever shown with their reasons. */
const EXPLAINED = 3;

/** Says which of the question's words stood in citizens' questions about this one. */
const withClues = (candidate: Ranked, clues: readonly string[]): Ranked => {
  const weight = SIGNAL_WEIGHTS.learned * candidate.signals.learned;
  const others = candidate.reasons.filter(({ what }) => what !== 'learned');
  const what = clues.length === 0 ? 'learned' : `learned from ${clues.map((clue) => `"${clue}"`).join(', ')}`;
  return { ...candidate, reasons: [...others, { what, weight }] };
};

/** How steeply likelihood falls with the distance to the leader; the scale the weights were fitted on. */
const STEEPNESS = 8;

/** Each one's likelihood among those looked at; together they make 1. */
const withScores = (ranked: readonly Omit<Ranked, 'score'>[]): Ranked[] => {
  const lead = ranked[0]?.points ?? 0;
  const odds = ranked.map(({ points }) => Math.exp(STEEPNESS * (points - lead)));
  const all = odds.reduce((sum, one) => sum + one, 0);
  return ranked.map((candidate, index) => ({ ...candidate, score: (odds[index] ?? 0) / all }));
};

const weighFeature = (feature: Feature, { postings }: ProcedureIndex, trust: number): Weighed => {
  const found = postings.get(feature.id) ?? null;
  const rarity = found?.idf ?? (feature.kind === 'word' ? UNKNOWN : 0);
  return { feature, postings: found, weight: rarity * feature.worth * trust * KIND_WEIGHTS[feature.kind] };
};

const reasonsFor = (signals: Signals, phrase: string): Candidate['reasons'] =>
  (Object.keys(SIGNAL_WEIGHTS) as (keyof Signals)[])
    .map((signal) => ({
      what: signal === 'phrase' && phrase !== '' ? `phrase "${phrase}"` : signal,
      weight: SIGNAL_WEIGHTS[signal] * signals[signal],
    }))
    .filter(({ weight }) => weight !== 0);
