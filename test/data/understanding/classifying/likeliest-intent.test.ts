import { describe, expect, it } from 'vitest';
import { likeliestIntent } from '../../../../data/understanding/classifying/likeliest-intent.js';
import { oddsOfOurs } from '../../../../data/understanding/classifying/kinds.js';
import type { Kind, Kinds } from '../../../../data/understanding/classifying/kinds.js';

const kinds = (likelihoods: Partial<Record<Kind, number>>): Kinds => ({
  of: (kind) => Math.log(likelihoods[kind] ?? 1e-5),
});

describe('what a message is for', () => {
  it.each([
    ['what was learned, when the cues say nothing', { feedback: 0.9, ours: 0.1 }, 'unknown', 'feedback'],
    ['what the cues say, when little was learned', { ours: 0.6, dossier: 0.4 }, 'dossier', 'dossier'],
    ['what was learned for sure, whatever the cues say', { ours: 0.999, human: 0.001 }, 'human', 'procedure'],
    ['a procedure, be it ours or not', { ours: 0.3, elsewhere: 0.3, feedback: 0.4 }, 'unknown', 'procedure'],
  ] as const)('is %s', (_, likelihoods, cued, intent) => {
    expect(likeliestIntent(kinds(likelihoods), cued, false)).toBe(intent);
  });

  it('is a procedure when that is known from the talk or by its code', () => {
    const said = kinds({ unknown: 0.8, ours: 0.2 });
    expect(likeliestIntent(said, 'procedure', false)).toBe('unknown');
    expect(likeliestIntent(said, 'procedure', true)).toBe('procedure');
  });
});

describe('whose question it is', () => {
  it('weighs ours against all that is not', () => {
    expect(oddsOfOurs(kinds({ ours: 0.5, elsewhere: 0.25, unknown: 0.25 }))).toBeCloseTo(0);
    expect(oddsOfOurs(kinds({ ours: 0.9, elsewhere: 0.05, unknown: 0.05 }))).toBeGreaterThan(2);
  });
});
