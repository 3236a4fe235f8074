import type { Ranked } from './ranking/rank.js';
import type { Candidate, Understanding } from './understanding.js';

export interface Decision {
  outcome: Understanding['outcome'];
  candidates: (Candidate & Partial<Ranked>)[];
  near: Candidate[];
}

/** Measured on the tuning part of the question set: see docs/adr/understanding.md. */
const LIMITS = {
  /** From here on the question is taken to be about the field. */
  field: 2.6,
  /** The same when a phrase of another authority's field stands in it. */
  fieldDespiteReferral: 4,
  near: 1.8,
  /** The leader answers alone when this far ahead of the next. */
  clear: 0.1,
  close: 0.22,
} as const;
const MOST = 5;
const NEAREST = 3;

export const NOTHING: Decision = { outcome: 'none', candidates: [], near: [] };

/** One answer only when it clearly leads; several when they are close; none when nothing is near enough. */
export const decide = (ranked: readonly Ranked[], elsewhere: boolean): Decision => {
  const [first, second] = ranked;
  if (first === undefined) return NOTHING;
  const belongs = fieldness(first);
  const enough = elsewhere
    ? belongs >= LIMITS.fieldDespiteReferral && (first.evidence > 0 || first.signals.phrase > 0.75)
    : belongs >= LIMITS.field;
  if (!enough) return { ...NOTHING, near: elsewhere ? [] : nearest(ranked) };
  if (first.score - (second?.score ?? 0) >= LIMITS.clear)
    return { outcome: 'answer', candidates: [first], near: [] };
  const close = ranked.filter(({ score }) => first.score - score < LIMITS.close).slice(0, MOST);
  return { outcome: 'choices', candidates: close, near: [] };
};

/** How much speaks for the question being about this field at all. */
export const fieldness = ({ evidence, hints, signals, foreign }: Ranked): number =>
  Math.min(evidence, 4) + 0.6 * Math.min(hints, 3) + 5 * signals.phrase + 1.5 * signals.cover - 4 * foreign;

const nearest = (ranked: readonly Ranked[]): Ranked[] =>
  ranked.filter((candidate) => fieldness(candidate) >= LIMITS.near).slice(0, NEAREST);
