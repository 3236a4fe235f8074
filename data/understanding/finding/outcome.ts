import type { Ranked } from '../ranking/rank.js';
import type { Candidate, Understanding } from '../understanding.js';

export interface Decision {
  outcome: Understanding['outcome'];
  candidates: (Candidate & Partial<Ranked>)[];
  near: Candidate[];
}

/** Fitted on writers left out in turn: see docs/adr/understanding.md. */
const LIMITS = {
  /** From here on the question is taken to be about the field. */
  field: 0,
  near: -1.5,
  /** The leader answers alone when it is this likely among those looked at. */
  clear: 0.85,
  close: 0.35,
} as const;
/** Choices, at least and at most. */
const FEWEST = 2;
const MOST = 5;
const NEAREST = 3;
/** The answer and the next best, for whoever meant something else. */
const ANSWER_AND_NEXT = 3;

export const NOTHING: Decision = { outcome: 'none', candidates: [], near: [] };

/** What a question says of whose field it is, beside its likeness to the best candidate. */
export interface Belonging {
  /** Log odds learned from citizens' questions (`oddsOfOurs`). */
  odds: number;
  /** It speaks of another authority's field. */
  referred: boolean;
}

/** Whether a question with these candidates is about this office's field. */
export const belongs = ([first]: readonly Ranked[], belonging: Belonging): boolean =>
  first !== undefined && fieldness(first, belonging) >= LIMITS.field;

/** One answer only when it clearly leads, several when they are close. */
export const choose = (ranked: readonly Ranked[]): Decision => {
  const [first] = ranked;
  if (first === undefined) return NOTHING;
  if (first.score >= LIMITS.clear)
    return { ...NOTHING, outcome: 'answer', candidates: [first, ...ranked.slice(1, ANSWER_AND_NEXT)] };
  const close = ranked.filter(({ points }, place) => place < FEWEST || first.points - points < LIMITS.close);
  return { ...NOTHING, outcome: 'choices', candidates: close.slice(0, MOST) };
};

/** Nothing fits well enough: the few that come near, as a quiet suggestion. */
export const suggest = (ranked: readonly Ranked[], belonging: Belonging): Decision => ({
  ...NOTHING,
  near: ranked.filter((candidate) => fieldness(candidate, belonging) >= LIMITS.near).slice(0, NEAREST),
});

/** Learned odds beyond this are no surer. */
const SURE = 8;

/** Log odds that a question with this best candidate is about the field; a logistic fit, writers left out in turn. */
const fieldness = ({ signals }: Ranked, { odds, referred }: Belonging): number =>
  -3.3 +
  0.93 * Math.max(-SURE, Math.min(odds, SURE)) +
  0.9 * signals.phrase +
  4 * signals.cover -
  (referred ? 1 : 0) +
  UNTAUGHT * signals.whole;

/** Not fitted: what the office calls it outweighs what was never learned. */
const UNTAUGHT = 6;
