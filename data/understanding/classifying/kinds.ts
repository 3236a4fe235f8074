import type { Intent } from '../understanding.js';
import { cluesOf } from './clues.js';
import { createClassifier } from './classifier.js';
import type { ClassifierModel } from './classifier-model.js';
import type { TextFeatures } from '../ranking/features.js';

/** What a message is: a question about a procedure of ours or of another authority, or one of the other intents. */
export type Kind = 'ours' | 'elsewhere' | Exclude<Intent, 'procedure'>;

/** Log-likelihood of each kind; a kind never learned is as good as impossible. */
export interface Kinds {
  of: (kind: Kind) => number;
}

const IMPOSSIBLE = -12;

/** Says of a text what kind of message it is, by what was learned from citizens' messages. */
export const createKinds = (model: ClassifierModel): ((text: TextFeatures) => Kinds) => {
  const { classify } = createClassifier(model);
  const number = new Map(model.classes.map((name, index) => [name, index]));
  return (text) => {
    const likely = classify(cluesOf(text));
    return { of: (kind) => Math.max(likely[number.get(kind) ?? -1] ?? IMPOSSIBLE, IMPOSSIBLE) };
  };
};

/** Log odds that a question is about a procedure of ours rather than about nothing we know. */
export const oddsOfOurs = ({ of }: Kinds): number => of('ours') - eitherOf(of('elsewhere'), of('unknown'));

/** Log-likelihood of one or the other. */
export const eitherOf = (one: number, other: number): number => {
  const most = Math.max(one, other);
  return most + Math.log(Math.exp(one - most) + Math.exp(other - most));
};
