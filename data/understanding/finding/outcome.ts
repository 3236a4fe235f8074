import type { Ranked } from '../ranking/rank.js';
import type { Candidate, Understanding } from '../understanding.js';

export interface Decision {
  outcome: Understanding['outcome'];
  candidates: (Candidate & Partial<Ranked>)[];
  near: Candidate[];
}

/** Fitted on the tuning questions: see docs/adr/understanding.md. */
const LIMITS = {
  /** From here on the question is taken to be about the field. */
  field: -1.2,
  /** The same, on a scale of its own, when the question also speaks of another authority's field. */
  fieldDespiteReferral: 0,
  near: -2.5,
  /** The leader answers alone when this far ahead of the next. */
  clear: 0.15,
  close: 0.35,
} as const;
const MOST = 5;
const NEAREST = 3;
/** The answer and the next best, for whoever meant something else. */
const ANSWER_AND_NEXT = 3;

export const NOTHING: Decision = { outcome: 'none', candidates: [], near: [] };

/** Whether a question that speaks of no other field is about this one. */
export const belongs = ([first]: readonly Ranked[]): boolean =>
  first !== undefined && fieldness(first) >= LIMITS.field;

/** What a question says about another authority's field. */
export interface Elsewhere {
  /** Share of its telling words that speak of the other field. */
  share: number;
  /** How many concepts beside the persons the best candidate knows. */
  matter: number;
  words: number;
}

/**
 * Whether a question that also speaks of another authority's field is about this one; `ranked` without those words.
 * A word in a story is one thing, what is asked for another: the share decides most.
 */
export const belongsDespite = ([first]: readonly Ranked[], elsewhere: Elsewhere): boolean =>
  first !== undefined && fieldnessDespite(first, elsewhere) >= LIMITS.fieldDespiteReferral;

/** One answer only when it clearly leads, several when they are close. */
export const choose = (ranked: readonly Ranked[]): Decision => {
  const [first, second] = ranked;
  if (first === undefined) return NOTHING;
  if (first.points - (second?.points ?? 0) >= LIMITS.clear)
    return { ...NOTHING, outcome: 'answer', candidates: [first, ...ranked.slice(1, ANSWER_AND_NEXT)] };
  const close = ranked.filter(({ points }) => first.points - points < LIMITS.close).slice(0, MOST);
  return { ...NOTHING, outcome: 'choices', candidates: close };
};

/** Nothing fits well enough: the few that come near, as a quiet suggestion. */
export const suggest = (ranked: readonly Ranked[]): Decision => ({
  ...NOTHING,
  near: ranked.filter((candidate) => fieldness(candidate) >= LIMITS.near).slice(0, NEAREST),
});

/** Log odds that a question with this best candidate is about the field; a logistic fit over the measures. */
const fieldness = (best: Ranked): number =>
  -5.74 +
  1.25 * Math.min(best.evidence, 5) +
  0.87 * Math.min(best.hints, 3) +
  4.06 * best.signals.phrase +
  0.66 * best.signals.naming +
  3.3 * best.signals.cover -
  0.51 * best.strange;

const fieldnessDespite = (best: Ranked, { share, matter, words }: Elsewhere): number =>
  -4.02 +
  0.8 * Math.min(best.evidence, 5) +
  0.67 * Math.min(best.hints, 3) +
  3.22 * best.signals.phrase +
  0.65 * best.signals.cover +
  0.021 * Math.min(words, 40) +
  0.55 * Math.min(matter, 3) -
  5.19 * share;
