import type { Token } from '../../language/reading/token.js';
import { choose, NOTHING } from './outcome.js';
import type { Decision } from './outcome.js';
import { without } from '../ranking/features.js';
import type { TextFeatures } from '../ranking/features.js';
import type { Ranked } from '../ranking/rank.js';

const JOINS = new Set(['va', 'voi', 'roi', 'cung']);
/** A half must be a question in its own right. */
const CLOSE = 0.6;

/** "làm thất nghiệp và làm giấy khuyết tật cho mẹ": both procedures as choices, or null when it is one question. */
export const findTwo = (
  question: TextFeatures,
  rank: (features: TextFeatures) => Ranked[],
  areNeighbours: (one: string, other: string) => boolean,
): Decision | null => {
  const { tokens } = question;
  for (const at of joints(tokens)) {
    const halves = [part(question, 0, at), part(question, at, tokens.length)].map((half) =>
      certain(rank(half)),
    );
    const [first, second] = halves;
    if (first == null || second == null || first.code === second.code) continue;
    if (!areNeighbours(first.code, second.code))
      return { ...NOTHING, outcome: 'choices', candidates: [first, second] };
  }
  return null;
};

/** Where a second question may begin. */
const joints = (tokens: readonly Token[]): number[] =>
  [...tokens.keys()].slice(2, -1).filter((at) => {
    const token = tokens[at];
    return token !== undefined && (token.breakBefore || JOINS.has(token.folded));
  });

const part = (question: TextFeatures, from: number, to: number): TextFeatures => {
  const rest = new Set(question.tokens.keys());
  for (let at = from; at < to; at += 1) rest.delete(at);
  return without(question, rest);
};

const certain = (ranked: Ranked[]): Ranked | null => {
  const [best] = ranked;
  if (best === undefined || best.evidence === 0 || best.signals.phrase < CLOSE) return null;
  return choose(ranked).outcome === 'answer' ? best : null;
};
