import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../../data/understanding/classifying/classifier.js';
import { packWeights, unpackWeights } from '../../../../data/understanding/classifying/classifier-model.js';
import { trainClassifier } from '../../../../data/understanding/classifying/train-classifier.js';
import { seeded } from '../../../support/seeded.js';

const SAID = [
  ['làm thẻ thương binh', 'card'],
  ['mất thẻ thương binh', 'card'],
  ['thẻ bị rách', 'card'],
  ['xin thẻ mới', 'card'],
  ['tiền mai táng cho ông', 'burial'],
  ['mai táng bà tôi', 'burial'],
  ['tiền mai táng bao nhiêu', 'burial'],
  ['hỏi tiền mai táng', 'burial'],
] as const;
const examples = SAID.map(([text, name]) => ({ clues: text.split(' '), classes: [name] }));

const learn = (chance = 1) => {
  const model = trainClassifier(examples, seeded(chance));
  const { classify, knows } = createClassifier(model);
  const likelihood = (text: string, name: string): number =>
    Math.exp(classify(text.split(' '))[model.classes.indexOf(name)] ?? -Infinity);
  return { model, classify, knows, likelihood };
};

describe('learning from examples', () => {
  it('tells new texts by the words that told the old ones', () => {
    const { likelihood } = learn();
    expect(likelihood('thẻ của tôi', 'card')).toBeGreaterThan(0.7);
    expect(likelihood('mai táng cho tôi', 'burial')).toBeGreaterThan(0.7);
  });

  it('gives likelihoods that make 1 together, whatever is said', () => {
    const { classify } = learn();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SAID.flatMap(([text]) => text.split(' ')), 'lạ')), (clues) => {
        const sum = classify(clues).reduce((total, one) => total + Math.exp(one), 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is less sure of a text with words it never met', () => {
    const { likelihood } = learn();
    const unheard = Array.from({ length: 20 }, (_, at) => `lạ${String(at)}`).join(' ');
    expect(likelihood(`thẻ ${unheard}`, 'card')).toBeLessThan(likelihood('thẻ', 'card'));
  });

  it('learns nothing from a word that only one text has', () => {
    const { knows } = learn();
    expect(knows('thẻ')).toBe(true);
    expect(knows('rách')).toBe(false);
  });

  it('learns the same from the same', () => {
    expect(learn().model).toEqual(learn().model);
    expect(learn(2).model.classes).toEqual(['burial', 'card']);
  });

  it('lets an example be right for either of two classes, and for no third', () => {
    const either = Array.from({ length: 4 }, () => ({ clues: ['sổ', 'đỏ'], classes: ['card', 'burial'] }));
    const third = Array.from({ length: 4 }, () => ({ clues: ['nghỉ', 'phép'], classes: ['leave'] }));
    const model = trainClassifier([...examples, ...either, ...third], seeded(1));
    const likely = createClassifier(model).classify(['sổ', 'đỏ']);
    const of = (name: string): number => Math.exp(likely[model.classes.indexOf(name)] ?? -Infinity);
    expect(of('card') + of('burial')).toBeGreaterThan(0.8);
    expect(of('leave')).toBeLessThan(Math.min(of('card'), of('burial')));
  });

  it('names the clues that speak most for a class', () => {
    const { model } = learn();
    const { telling } = createClassifier(model);
    expect(telling(['tiền', 'thẻ', 'mai'], model.classes.indexOf('card'), 1)).toEqual(['thẻ']);
  });
});

describe('keeping weights', () => {
  it('gives back what was packed, to half a step', () => {
    const weight = fc.double({ min: -4.5, max: 4.5, noNaN: true });
    const entry = fc.tuple(fc.integer({ min: 0, max: 8000 }), weight);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 4.6, noNaN: true }), fc.array(entry), (rarity, entries) => {
        const given = {
          rarity,
          classes: entries.map(([one]) => one),
          weights: entries.map(([, own]) => own),
        };
        const back = unpackWeights(packWeights(given));
        expect(back.classes).toEqual(given.classes);
        expect(Math.abs(back.rarity - rarity)).toBeLessThanOrEqual(0.0251);
        back.weights.forEach((own, at) => {
          expect(Math.abs(own - (given.weights[at] ?? 0))).toBeLessThanOrEqual(0.0501);
        });
      }),
    );
  });
});
