import { describe, expect, it } from 'vitest';
import { powerCutRound } from './power-cut-round.js';

const ROUNDS = 200;

describe('A power cut at a random moment', () => {
  it(
    'loses and doubles nothing that was acknowledged, and the store opens',
    { timeout: 120_000 },
    async () => {
      for (let seed = 1; seed <= ROUNDS; seed += 1)
        expect({ seed, troubles: await powerCutRound(seed) }).toEqual({ seed, troubles: [] });
    },
  );

  it.each(['file', 'folder'] as const)('is noticed here when the fsync of a %s is left out', async (kind) => {
    const rounds = await Promise.all(Array.from({ length: 10 }, (_, seed) => powerCutRound(seed, [kind])));
    expect(rounds.flat().filter((trouble) => trouble.includes('was lost'))).not.toEqual([]);
  });
});
