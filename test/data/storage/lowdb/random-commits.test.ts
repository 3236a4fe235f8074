import { it } from 'vitest';
import { checkRandomCommits } from '../random-commits.js';
import { openEmbedded } from './open-embedded.js';

it(
  'After any commits, months’ ends, archivings and restarts the store shows what a model in memory shows',
  { timeout: 120_000 },
  () =>
    checkRandomCommits(
      [1, 2_000, 1_000_000].map((journalLimit) => openEmbedded({ journalLimit })),
      60,
    ),
);
