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
  field: -1.6,
  /** The same when the question also speaks of another authority's field. */
  fieldDespiteReferral: -1,
  near: -2.5,
  /** The leader answers alone when this far ahead of the next. */
  clear: 0.11,
  close: 0.24,
} as const;
const MOST = 5;
const NEAREST = 3;
/** The answer and the next best, for whoever meant something else. */
const ANSWER_AND_NEXT = 3;

export const NOTHING: Decision = { outcome: 'none', candidates: [], near: [] };

/** Whether the question is about this field at all. `elsewhere`: it also speaks of another authority's field. */
export const belongs = ([first]: readonly Ranked[], elsewhere: boolean): boolean =>
  first !== undefined &&
  fieldness(first, elsewhere) >= (elsewhere ? LIMITS.fieldDespiteReferral : LIMITS.field);

/** One answer only when it clearly leads, several when they are close. */
export const choose = (ranked: readonly Ranked[]): Decision => {
  const [first, second] = ranked;
  if (first === undefined) return NOTHING;
  if (first.score - (second?.score ?? 0) >= LIMITS.clear)
    return { ...NOTHING, outcome: 'answer', candidates: [first, ...ranked.slice(1, ANSWER_AND_NEXT)] };
  const close = ranked.filter(({ score }) => first.score - score < LIMITS.close).slice(0, MOST);
  return { ...NOTHING, outcome: 'choices', candidates: close };
};

/** Nothing fits well enough: the few that come near, as a quiet suggestion. */
export const suggest = (ranked: readonly Ranked[]): Decision => ({
  ...NOTHING,
  near: ranked.filter((candidate) => fieldness(candidate, false) >= LIMITS.near).slice(0, NEAREST),
});

/** Log odds that a question with this best candidate is about the field; a logistic fit over eight measures. */
const fieldness = (best: Ranked, elsewhere: boolean): number =>
  -5.74 +
  1.25 * Math.min(best.evidence, 5) +
  0.87 * Math.min(best.hints, 3) +
  4.06 * best.signals.phrase +
  0.66 * best.signals.naming +
  3.3 * best.signals.cover -
  0.51 * best.strange -
  (elsewhere ? 3.21 : 0);
