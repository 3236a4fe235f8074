import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { seeded } from '../../../support/seeded.js';
import { killRounds } from '../kill-rounds.js';
import { folderVictim } from './folder-victim.js';

it(
  'Killed ten times under fifty writers, the store loses nothing, doubles nothing and always opens',
  {
    timeout: 120_000,
  },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-kill-'));
    const outcome = await killRounds(folderVictim(folder), 10, seeded(Date.now()));
    await rm(folder, { recursive: true });
    expect(outcome).toMatchObject({ lost: [], doubled: [], halves: [], failedStarts: [] });
    expect(outcome.acknowledged).toBeGreaterThan(100);
  },
);
