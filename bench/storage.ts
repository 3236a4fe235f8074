import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureDatabase } from './storage/database.js';
import { measureKills, measurePowerCuts } from './storage/crashes.js';
import { measureExport, measureStart, parts } from './storage/reads.js';
import { createReport } from './storage/report.js';
import { measureLatency, measurePlainLowdb, measureWrites } from './storage/writes.js';

const QUICK_SCALE = 0.02;

const [flag, part = '', argument = ''] = process.argv.slice(2);

const measureAll = async (scale: number): Promise<void> => {
  const report = createReport();
  const measures = [
    measureWrites,
    measureLatency,
    measurePlainLowdb,
    measureStart,
    measureExport,
    measureKills,
    measurePowerCuts,
    measureDatabase,
  ];
  for (const measure of measures) {
    const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-'));
    try {
      await measure(folder, scale, report);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  report.sumUp();
};

if (flag === '--part') process.stdout.write(JSON.stringify(await parts[part]?.(argument)));
else await measureAll(flag === '--quick' ? QUICK_SCALE : 1);
