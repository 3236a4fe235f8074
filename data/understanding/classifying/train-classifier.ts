import { LENGTH_OF_TEXT, lengthOf, logLikelihoods } from './classifier.js';
import { packWeights } from './classifier-model.js';
import type { ClassifierModel } from './classifier-model.js';

/** A text whose meaning is known; any of several classes may be right. */
export interface Example {
  clues: readonly string[];
  classes: readonly string[];
}

/** FTRL-Proximal (McMahan et al., "Ad click prediction: a view from the trenches", 2013, algorithm 1). */
const RATE = 0.1;
const BETA = 0.1;
/** Most weights shall be 0: a clue speaks for few. */
const L1 = 0.25;
const EPOCHS = 12;
/** What one text alone says teaches nothing about the next. */
const AT_LEAST = 2;
const NO_MATTER = 1e-4;

/** Learns a log-linear model from examples; `chance` (whole numbers below a limit) only decides their order. */
export const trainClassifier = (
  examples: readonly Example[],
  chance: (limit: number) => number,
): ClassifierModel => {
  const classes = [...new Set(examples.flatMap((example) => example.classes))].sort();
  const rarities = raritiesOf(examples);
  const clues = [...rarities.keys()];
  const number = new Map(clues.map((clue, index) => [clue, index]));
  const texts = examples.map((example) => ({
    ...weighText(example.clues, number, rarities),
    right: example.classes.map((name) => classes.indexOf(name)),
  }));
  const learner = createLearner(clues.length, classes.length);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1)
    for (const text of shuffled(texts, chance)) learner.learn(text);
  const kept = clues.flatMap((clue, index): [string, string][] => {
    const weights = learner.weightsOf(index);
    if (weights.classes.length === 0) return [];
    return [[clue, packWeights({ rarity: rarities.get(clue) ?? 0, ...weights })]];
  });
  return { classes, clues: Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))) };
};

interface WeighedText {
  clues: readonly number[];
  values: readonly number[];
  right: readonly number[];
}

const raritiesOf = (examples: readonly Example[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { clues } of examples) for (const clue of clues) counts.set(clue, (counts.get(clue) ?? 0) + 1);
  return new Map(
    [...counts]
      .filter(([, count]) => count >= AT_LEAST)
      .map(([clue, count]) => [clue, Math.sqrt(Math.log(1 + examples.length / count))]),
  );
};

const weighText = (
  clues: readonly string[],
  number: ReadonlyMap<string, number>,
  rarities: ReadonlyMap<string, number>,
): Omit<WeighedText, 'right'> => {
  const known = clues.filter((clue) => number.has(clue));
  const own = known.map((clue) => rarities.get(clue) ?? 0);
  const length = lengthOf(clues, (clue) => rarities.get(clue) ?? null);
  return {
    clues: known.map((clue) => number.get(clue) ?? 0),
    values: own.map((rarity) => (LENGTH_OF_TEXT * rarity) / length),
  };
};

/** Weights by clue and class; each keeps its own pace. */
const createLearner = (clues: number, classes: number) => {
  const weights = new Float32Array(clues * classes);
  const sums = new Float32Array(clues * classes);
  const squares = new Float32Array(clues * classes);

  const move = (at: number, gradient: number): void => {
    const [before, weight] = [squares[at] ?? 0, weights[at] ?? 0];
    const square = before + gradient * gradient;
    const sum = (sums[at] ?? 0) + gradient - ((Math.sqrt(square) - Math.sqrt(before)) / RATE) * weight;
    [sums[at], squares[at]] = [sum, square];
    weights[at] =
      Math.abs(sum) <= L1 ? 0 : (-(sum - Math.sign(sum) * L1) * RATE) / (BETA + Math.sqrt(square));
  };

  const learn = ({ clues: found, values, right }: WeighedText): void => {
    const errors = errorsOf(found, values, right);
    errors.forEach((error, spoken) => {
      if (Math.abs(error) < NO_MATTER) return;
      found.forEach((clue, at) => {
        move(clue * classes + spoken, error * (values[at] ?? 0));
      });
    });
  };

  /** By class: how much likelier it was taken for than it is; any of the right ones will do. */
  const errorsOf = (found: readonly number[], values: readonly number[], right: readonly number[]) => {
    const spoken = new Float64Array(classes);
    found.forEach((clue, at) => {
      const [start, value] = [clue * classes, values[at] ?? 0];
      for (let one = 0; one < classes; one += 1)
        spoken[one] = (spoken[one] ?? 0) + value * (weights[start + one] ?? 0);
    });
    const taken = logLikelihoods(spoken).map(Math.exp);
    const hit = Math.max(
      right.reduce((sum, one) => sum + (taken[one] ?? 0), 0),
      Number.EPSILON,
    );
    const errors = Float64Array.from(taken);
    for (const one of right) errors[one] = (taken[one] ?? 0) * (1 - 1 / hit);
    return errors;
  };

  const weightsOf = (clue: number) => {
    const own = Array.from(weights.subarray(clue * classes, (clue + 1) * classes));
    const telling = [...own.keys()].filter((one) => Math.abs(own[one] ?? 0) >= TELLING);
    return { classes: telling, weights: telling.map((one) => own[one] ?? 0) };
  };

  return { learn, weightsOf };
};

/** Less is lost when it is packed. */
const TELLING = 0.05;

/** Fisher and Yates. */
const shuffled = <Item>(items: readonly Item[], chance: (limit: number) => number): Item[] => {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = chance(at + 1);
    const [one, two] = [mixed[at], mixed[other]];
    if (one !== undefined && two !== undefined) [mixed[at], mixed[other]] = [two, one];
  }
  return mixed;
};
