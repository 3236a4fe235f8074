import { z } from 'zod';

/**
 * A log-linear model as it is kept: for each clue its rarity and its weights for the classes it speaks for or against,
 * packed (`packWeights`), so that a hundred thousand weights are one short file.
 */
export const ClassifierModel = z.strictObject({
  classes: z.array(z.string()).min(2),
  clues: z.record(z.string(), z.string().regex(/^[!-~](?:[!-~]{3})*$/)),
});
export type ClassifierModel = z.infer<typeof ClassifierModel>;

export interface ClueWeights {
  rarity: number;
  /** Class numbers and what the clue weighs for each; whoever is not named gets 0. */
  classes: number[];
  weights: number[];
}

/** The printable characters of ASCII are the digits: one for a rarity or a weight, two for a class. */
const FIRST = '!'.charCodeAt(0);
const BASE = 94;
const RARITY_STEP = 0.05;
const WEIGHT_STEP = 0.1;
const ZERO = 47;

export const packWeights = ({ rarity, classes, weights }: ClueWeights): string =>
  digit(rarity / RARITY_STEP) +
  classes
    .map((number, at) => {
      const weight = (weights[at] ?? 0) / WEIGHT_STEP + ZERO;
      return digit(Math.floor(number / BASE)) + digit(number % BASE) + digit(weight);
    })
    .join('');

export const unpackWeights = (packed: string): ClueWeights => {
  const value = (at: number): number => packed.charCodeAt(at) - FIRST;
  const classes: number[] = [];
  const weights: number[] = [];
  for (let at = 1; at < packed.length; at += 3) {
    classes.push(value(at) * BASE + value(at + 1));
    weights.push((value(at + 2) - ZERO) * WEIGHT_STEP);
  }
  return { rarity: value(0) * RARITY_STEP, classes, weights };
};

const digit = (value: number): string =>
  String.fromCharCode(FIRST + Math.max(0, Math.min(BASE - 1, Math.round(value))));
