import { cluesOf } from '../classifying/clues.js';
import { createClassifier } from '../classifying/classifier.js';
import type { ClassifierModel } from '../classifying/classifier-model.js';
import type { TextFeatures } from './features.js';

/** How a text resembles what citizens asked before. */
export interface AskedBefore {
  /** By document, -1 to 0: how far it lies behind the likeliest; 0 too when nothing was learned of it. */
  likeness: Float64Array;
  /** The likeliest documents. */
  leaders: readonly number[];
  /** Whether a name of the document, which this text is, was learned as its own. */
  isTaught: (doc: number) => boolean;
  /** What in it speaks most for a document, by what was learned. */
  because: (doc: number) => string[];
}

/** Log-likelihoods further behind than this are all alike. */
const FURTHEST = 8;
/** A name so far behind another's is not its own. */
const BEHIND = -0.1;
const LEADERS = 5;
const REASONS = 3;

/** What was learned from citizens' questions, for the procedures of a catalogue: document number → code. */
export const createAskedBefore = (
  model: ClassifierModel,
  codes: readonly string[],
): ((text: TextFeatures) => AskedBefore) => {
  const { classify, knows, telling } = createClassifier(model);
  const number = new Map(model.classes.map((code, index) => [code, index]));
  const learned = codes.flatMap((code, doc) => {
    const index = number.get(code);
    return index === undefined ? [] : [{ doc, index }];
  });

  return (text) => {
    const clues = cluesOf(text);
    const likely = classify(clues);
    const of = ({ index }: { index: number }): number => likely[index] ?? 0;
    const most = learned.reduce((best, one) => Math.max(best, of(one)), -Infinity);
    const likeness = new Float64Array(codes.length);
    for (const one of learned) likeness[one.doc] = Math.max(of(one) - most, -FURTHEST) / FURTHEST;
    const near = learned.filter(({ doc }) => (likeness[doc] ?? -1) > -1);
    const leaders = near.sort((a, b) => of(b) - of(a)).slice(0, LEADERS);
    return {
      likeness,
      leaders: leaders.map(({ doc }) => doc),
      isTaught: (doc) =>
        number.has(codes[doc] ?? '') &&
        (likeness[doc] ?? 0) >= BEHIND &&
        text.tokens.every(({ folded }) => knows(folded)),
      because: (doc) => telling(clues, number.get(codes[doc] ?? '') ?? -1, REASONS),
    };
  };
};
