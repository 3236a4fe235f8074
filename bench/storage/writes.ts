import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { createEmbeddedStore } from '../../data/storage/lowdb/embedded-store.js';
import type { EmbeddedStore } from '../../data/storage/lowdb/embedded-store.js';
import type { Change } from '../../data/store.js';
import { fill } from './fill.js';
import { feedbackOf, surveyOf } from './records.js';
import { median, milliseconds } from './report.js';
import type { Report } from './report.js';

const MONTH = '2026-11';
const clock = { now: () => new Date('2026-11-28T03:00:00.000Z') };

/** Acknowledged commits of 50 writers beside the same records appended and fdatasynced one by one, and plain lowdb. */
export const measureWrites = async (folder: string, scale: number, report: Report): Promise<void> => {
  // Fewer would measure how the code warms up.
  const count = Math.max(20_000, 40_000 * scale);
  const grouped: number[] = [];
  const single: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const store = await createEmbeddedStore({ folder: join(folder, `writes-${String(round)}`), clock });
    single.push(oneByOne(join(folder, 'one-by-one.jsonl'), round * count, Math.ceil(count / 20)));
    grouped.push(await byFiftyWriters(store, round * count, count));
    if (round === 2)
      report.say(
        `50 writers that go on while ended journals are archived: ${(await byFiftyWriters(store, 3 * count, 4 * count)).toFixed(0)}/s`,
      );
    await store.close();
  }
  const ratio = median(grouped) / median(single);
  report.say(`one by one, append + fdatasync: ${median(single).toFixed(0)}/s`);
  report.say(`50 writers at the port: ${median(grouped).toFixed(0)}/s`);
  report.goal('50 writers, at least 5 × one by one', `${ratio.toFixed(1)} ×`, ratio >= 5);
};

/** A commit's latency with few and with many records in the current month, taken in turns. */
export const measureLatency = async (folder: string, scale: number, report: Report): Promise<void> => {
  const many = 1_000_000 * scale;
  const few = await filled(join(folder, 'few'), 1_000);
  const full = await filled(join(folder, 'many'), many);
  const figures = { few: [] as number[], full: [] as number[] };
  for (let number = 0; number < 2_000; number += 1) {
    figures.few.push(await timed(() => few.commit([feedbackOf(number, clock.now())])));
    figures.full.push(await timed(() => full.commit([feedbackOf(number, clock.now())])));
  }
  await few.close();
  await full.close();
  const ratio = median(figures.full) / median(figures.few);
  report.say(`a commit with 1,000 records in the month: ${milliseconds(median(figures.few))}`);
  report.say(
    `a commit with ${many.toLocaleString('en')} records in the month: ${milliseconds(median(figures.full))}`,
  );
  report.goal('latency with many at most 1.5 × that with few', `${ratio.toFixed(2)} ×`, ratio <= 1.5);
};

/** lowdb with its own JSON file, for comparison: it rewrites the file on each change and never fsyncs. */
export const measurePlainLowdb = async (folder: string, scale: number, report: Report): Promise<void> => {
  for (const size of [1_000, 10_000, 100_000 * Math.max(scale, 0.2)]) {
    const records = Array.from({ length: size }, (_, number) => feedbackOf(number, clock.now()));
    const db = await JSONFilePreset<{ records: Change[] }>(join(folder, `plain-${String(size)}.json`), {
      records,
    });
    const figures: number[] = [];
    for (let number = 0; number < 7; number += 1)
      figures.push(
        await timed(() => db.update(({ records: all }) => all.push(feedbackOf(size + number, clock.now())))),
      );
    report.say(
      `plain lowdb, a write with ${size.toLocaleString('en')} records: ${milliseconds(median(figures))}`,
    );
  }
};

const oneByOne = (path: string, first: number, count: number): number => {
  const file = openSync(path, 'a');
  const begun = performance.now();
  for (let number = first; number < first + count; number += 1) {
    writeSync(file, `${JSON.stringify(feedbackOf(number, clock.now()))}\n`);
    fdatasyncSync(file);
  }
  closeSync(file);
  return (count / (performance.now() - begun)) * 1_000;
};

const byFiftyWriters = async (store: EmbeddedStore, first: number, count: number): Promise<number> => {
  let next = first;
  const write = async (): Promise<void> => {
    while (next < first + count) await store.commit([feedbackOf(next++, clock.now())]);
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: 50 }, write));
  return (count / (performance.now() - begun)) * 1_000;
};

const filled = async (folder: string, count: number): Promise<EmbeddedStore> => {
  await fill(folder, [MONTH], count, surveyOf);
  return createEmbeddedStore({ folder, clock });
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
