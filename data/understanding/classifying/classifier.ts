import { unpackWeights } from './classifier-model.js';
import type { ClassifierModel } from './classifier-model.js';

/** Clues of a long text say as much together as those of a short one. */
export const LENGTH_OF_TEXT = 5;

export interface Classifier {
  /** Log-likelihood of each class, by class number; they make 1 together. */
  classify: (clues: readonly string[]) => Float64Array;
  knows: (clue: string) => boolean;
  /** The clues that speak most for a class, at most `most`, the strongest first. */
  telling: (clues: readonly string[], spokenFor: number, most: number) => string[];
}

/** Adds up what the clues speak for; clues never learned say nothing. */
export const createClassifier = ({ classes, clues }: ClassifierModel): Classifier => {
  const number = new Map<string, number>();
  const rarities: number[] = [];
  const starts = [0];
  const spokenFor: number[] = [];
  const weights: number[] = [];
  for (const [clue, packed] of Object.entries(clues)) {
    const read = unpackWeights(packed);
    number.set(clue, rarities.length);
    rarities.push(read.rarity);
    spokenFor.push(...read.classes);
    weights.push(...read.weights);
    starts.push(spokenFor.length);
  }
  const [classOf, weightOf] = [Uint16Array.from(spokenFor), Float32Array.from(weights)];

  const classify: Classifier['classify'] = (found) => {
    const known = found.flatMap((clue) => number.get(clue) ?? []);
    const length = lengthOf(found, (clue) => rarities[number.get(clue) ?? -1] ?? null);
    const sums = new Float64Array(classes.length);
    for (const clue of known) {
      const share = (LENGTH_OF_TEXT * (rarities[clue] ?? 0)) / length;
      for (let at = starts[clue] ?? 0; at < (starts[clue + 1] ?? 0); at += 1) {
        const spoken = classOf[at] ?? 0;
        sums[spoken] = (sums[spoken] ?? 0) + share * (weightOf[at] ?? 0);
      }
    }
    return logLikelihoods(sums);
  };
  const weightFor = (clue: string, spoken: number): number => {
    const index = number.get(clue) ?? -1;
    const at = classOf.subarray(starts[index] ?? 0, starts[index + 1] ?? 0).indexOf(spoken);
    return at < 0 ? 0 : (rarities[index] ?? 0) * (weightOf[(starts[index] ?? 0) + at] ?? 0);
  };

  const telling: Classifier['telling'] = (found, spoken, most) =>
    found
      .map((clue) => ({ clue, weight: weightFor(clue, spoken) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, most)
      .map(({ clue }) => clue);

  return { classify, knows: (clue) => number.has(clue), telling };
};

/** A word never learned makes what the others say less sure; as rare as the rarest. */
const UNKNOWN = 3;

/** A text that says less than a short question leaves much open. */
const SHORT = 8;

/** How much a text says, by its clues' rarities (null: never learned). */
export const lengthOf = (clues: readonly string[], rarityOf: (clue: string) => number | null): number =>
  Math.max(SHORT, Math.hypot(...clues.map((clue) => rarityOf(clue) ?? (clue.includes(' ') ? 0 : UNKNOWN))));

/** Softmax, kept as logarithms. */
export const logLikelihoods = (sums: Float64Array): Float64Array => {
  const most = Math.max(...sums);
  const all = Math.log(sums.reduce((total, sum) => total + Math.exp(sum - most), 0));
  return sums.map((sum) => sum - most - all);
};
