import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { z } from 'zod';
import { createEmbeddedStore } from '../../data/storage/lowdb/embedded-store.js';
import { SurveyResponse } from '../../data/surveys/survey-response.js';
import { fill, monthsUpTo } from './fill.js';
import { mixedChange, surveyOf } from './records.js';
import { median, milliseconds } from './report.js';
import type { Report } from './report.js';

const MONTHS = 120;
const MEGABYTE = 1024 * 1024;
const EVER = { from: '2010-01-01', to: '2030-12-31' };
const clock = { now: () => new Date('2026-11-28T03:00:00.000Z') };

/** Opening ten years of records beside opening an empty folder, each in a process of its own. */
export const measureStart = async (folder: string, scale: number, report: Report): Promise<void> => {
  const records = 20_000 * scale;
  await fill(join(folder, 'years'), monthsUpTo('2026-11', MONTHS), records, mixedChange);
  await mkdir(join(folder, 'empty'));
  const runs: { years: Measured; empty: Measured }[] = [];
  for (let run = 0; run < 3; run += 1)
    runs.push({
      empty: await inChild('start', join(folder, 'empty')),
      years: await inChild('start', join(folder, 'years')),
    });
  const time = median(runs.map(({ years }) => years.time));
  const memory = median(runs.map(({ years, empty }) => years.memory - empty.memory));
  const total = (records * MONTHS).toLocaleString('en');
  report.goal(`start with ${total} records at most 1.5 s`, milliseconds(time), time <= 1_500);
  report.goal(`and at most 80 MB more than empty`, `${memory.toFixed(0)} MB`, memory <= 80);
  await measureFullJournal(folder, scale, report);
};

/** The worst start: the journal has just not reached its limit. */
const measureFullJournal = async (folder: string, scale: number, report: Report): Promise<void> => {
  await fill(join(folder, 'full'), ['2026-11'], 38_000 * scale, mixedChange);
  const { size } = await stat(join(folder, 'full', 'journal', '2026-11.jsonl'));
  const full = await inChild('start', join(folder, 'full'));
  const empty = await inChild('start', join(folder, 'empty'));
  const journal = `a journal of ${(size / MEGABYTE).toFixed(0)} MB`;
  report.goal(`start with ${journal} at most 1.5 s`, milliseconds(full.time), full.time <= 1_500);
  const memory = full.memory - empty.memory;
  report.goal(`and at most 80 MB more than empty, ${journal}`, `${memory.toFixed(0)} MB`, memory <= 80);
};

/** Surveys as CSV: memory over idle, and the speed beside csv-stringify writing the same rows from memory. */
export const measureExport = async (folder: string, scale: number, report: Report): Promise<void> => {
  await fill(
    join(folder, 'surveys'),
    monthsUpTo('2026-11', 12),
    Math.ceil((1_000_000 * Math.max(scale, 0.2)) / 12),
    surveyOf,
  );
  const exports: Measured[] = [];
  const fromMemory: Measured[] = [];
  for (let run = 0; run < 3; run += 1) {
    exports.push(await inChild('export', join(folder, 'surveys')));
    fromMemory.push(await inChild('stringify', String(exports[0]?.rows)));
  }
  const memory = median(exports.map((run) => run.memory));
  const [exported, written] = [median(exports.map(rowsASecond)), median(fromMemory.map(rowsASecond))];
  const rows = exports[0]?.rows.toLocaleString('en') ?? '';
  report.goal(`export of ${rows} surveys at most 100 MB over idle`, `${memory.toFixed(0)} MB`, memory <= 100);
  report.say(`export: ${exported.toFixed(0)} rows/s`);
  report.say(`csv-stringify from memory: ${written.toFixed(0)} rows/s`);
  const ratio = exported / written;
  report.goal(
    'export at least half the speed of csv-stringify from memory',
    `${ratio.toFixed(2)} ×`,
    ratio >= 0.5,
  );
};

const rowsASecond = ({ rows, time }: Measured): number => (rows / time) * 1_000;

/** Milliseconds, megabytes. */
const Measured = z.strictObject({ time: z.number(), memory: z.number(), rows: z.number() });
type Measured = z.infer<typeof Measured>;

/** What a child process does; it prints what it measured as JSON. */
export const parts: Record<string, (argument: string) => Promise<Measured>> = {
  async start(folder) {
    const begun = performance.now();
    const store = await createEmbeddedStore({ folder, clock });
    const time = performance.now() - begun;
    const memory = residentMegabytes();
    await store.close();
    return { time, memory, rows: 0 };
  },
  async export(folder) {
    const store = await createEmbeddedStore({ folder, clock });
    const idle = residentMegabytes();
    const measured = await writeCsv(store.surveys.stream(EVER));
    await store.close();
    return { ...measured, memory: measured.memory - idle };
  },
  stringify(rows) {
    const records = Array.from({ length: Number(rows) }, (_, number) => surveyRecord(number));
    return writeCsv(records);
  },
};

const surveyRecord = (number: number): SurveyResponse => {
  const change = surveyOf(number, clock.now());
  return SurveyResponse.parse('record' in change ? change.record : null);
};

const COLUMNS = ['id', 'receivedAt', 'channel', 'locale', 'phase', 'dossierCode', 'procedureCode', 'comment'];
COLUMNS.push('scores.access', 'scores.procedure', 'scores.staff', 'scores.result', 'scores.feedbackHandling');

const writeCsv = async (
  surveys: Iterable<SurveyResponse> | AsyncIterable<SurveyResponse>,
): Promise<Measured> => {
  let rows = 0;
  let memory = 0;
  const counted = async function* () {
    for await (const survey of surveys) {
      rows += 1;
      if (rows % 10_000 === 0) memory = Math.max(memory, residentMegabytes());
      yield survey;
    }
  };
  const begun = performance.now();
  await pipeline(counted, stringify({ columns: COLUMNS, header: true }), createWriteStream('/dev/null'));
  return { time: performance.now() - begun, memory, rows };
};

const residentMegabytes = (): number => process.memoryUsage.rss() / MEGABYTE;

const inChild = async (part: string, argument: string): Promise<Measured> => {
  const script = join(import.meta.dirname, '..', 'storage.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--part', part, argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  await once(child, 'close');
  return Measured.parse(JSON.parse(printed));
};
