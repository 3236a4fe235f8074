import { join } from 'node:path';
import { killRounds } from '../../test/data/storage/kill-rounds.js';
import { folderVictim } from '../../test/data/storage/lowdb/folder-victim.js';
import { powerCutRound } from '../../test/data/storage/lowdb/power-cut-round.js';
import { seeded } from '../../test/support/seeded.js';
import type { Report } from './report.js';

export const measureKills = async (folder: string, scale: number, report: Report): Promise<void> => {
  const rounds = Math.max(5, 100 * scale);
  const { acknowledged, lost, doubled, halves, failedStarts } = await killRounds(
    folderVictim(join(folder, 'killed')),
    rounds,
    seeded(Date.now()),
  );
  const figures = `${String(acknowledged)} acknowledged, ${String(lost.length)} lost, ${String(doubled.length)} doubled`;
  report.goal(
    `${String(rounds)} × kill -9 under 50 writers`,
    `${figures}, ${String(failedStarts.length)} failed starts`,
    acknowledged > 0 && [lost, doubled, halves, failedStarts].every(({ length }) => length === 0),
  );
};

export const measurePowerCuts = async (_folder: string, scale: number, report: Report): Promise<void> => {
  const rounds = 1_000 * scale;
  let troubled = 0;
  for (let seed = 1; seed <= rounds; seed += 1) troubled += (await powerCutRound(seed)).length > 0 ? 1 : 0;
  report.goal(`${String(rounds)} simulated power cuts`, `${String(troubled)} with a loss`, troubled === 0);
  for (const kind of ['file', 'folder'] as const) {
    let noticed = 0;
    for (let seed = 1; seed <= 20; seed += 1)
      noticed += (await powerCutRound(seed, [kind])).length > 0 ? 1 : 0;
    const what = `the same with the fsync of each ${kind} left out is noticed`;
    report.goal(what, `${String(noticed)} of 20 rounds with a loss`, noticed > 0);
  }
};
