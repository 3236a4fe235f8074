import { connectPostgres } from '../../data/storage/postgres/connect.js';
import { migratePostgres } from '../../data/storage/postgres/migrate.js';
import { createPostgresStore } from '../../data/storage/postgres/postgres-store.js';
import type { Store } from '../../data/store.js';
import { killRounds } from '../../test/data/storage/kill-rounds.js';
import type { KeptWhole } from '../../test/data/storage/kept-whole.js';
import { databaseVictim } from '../../test/data/storage/postgres/database-victim.js';
import { stopRounds } from '../../test/data/storage/postgres/stop-rounds.js';
import { ownServer } from '../../test/support/postgres-server.js';
import type { PostgresServer } from '../../test/support/postgres-server.js';
import { seeded } from '../../test/support/seeded.js';
import { feedbackOf, surveyOf } from './records.js';
import { median, milliseconds } from './report.js';
import type { Report } from './report.js';

const clock = { now: () => new Date('2026-11-28T03:00:00.000Z') };
/** As the server opens. */
const CONNECTIONS = 10;

/** A real PostgreSQL from npm with its own settings: durable commits, no tuning. */
export const measureDatabase = async (_folder: string, scale: number, report: Report): Promise<void> => {
  const server = await ownServer();
  try {
    await measureCommits(server, scale, report);
    await measureManyRecords(server, scale, report);
    await measureLosses(server, scale, report);
  } finally {
    await server.remove();
  }
};

const measureCommits = async (server: PostgresServer, scale: number, report: Report): Promise<void> => {
  const store = await openStore(await server.createDatabase());
  const count = Math.max(1_000, 20_000 * scale);
  for (const writers of [1, 10, 50]) {
    const rate = await commitsASecond(store, writers * 1_000_000, writers, count);
    report.say(`PostgreSQL, ${String(writers)} writers at the port: ${rate.toFixed(0)}/s`);
  }
  await store.close();
};

const measureManyRecords = async (server: PostgresServer, scale: number, report: Report): Promise<void> => {
  const many = 1_000_000 * scale;
  const [few, full] = [await filled(server, 1_000), await filled(server, many)];
  const figures = { few: [] as number[], full: [] as number[] };
  for (let number = 0; number < 500; number += 1) {
    figures.few.push(await timed(() => few.commit([feedbackOf(number, clock.now())])));
    figures.full.push(await timed(() => full.commit([feedbackOf(number, clock.now())])));
  }
  await Promise.all([few.close(), full.close()]);
  const ratio = median(figures.full) / median(figures.few);
  const records = many.toLocaleString('en');
  report.say(`PostgreSQL, a commit with ${records} records: ${milliseconds(median(figures.full))}`);
  report.goal(
    'PostgreSQL, latency with many at most 1.5 × that with few',
    `${ratio.toFixed(2)} ×`,
    ratio <= 1.5,
  );
};

const measureLosses = async (server: PostgresServer, scale: number, report: Report): Promise<void> => {
  const kills = Math.max(5, 100 * scale);
  const killed = await killRounds(databaseVictim(await server.createDatabase()), kills, seeded(Date.now()));
  report.goal(
    `PostgreSQL, ${String(kills)} × kill -9 of the instance under 50 writers`,
    `${String(killed.acknowledged)} acknowledged, ${lossText(killed)}, ${String(killed.failedStarts.length)} failed starts`,
    killed.acknowledged > 0 && isWhole(killed) && killed.failedStarts.length === 0,
  );
  const stops = Math.max(3, 10 * scale);
  const stopped = await stopRounds(server, stops, seeded(Date.now()));
  const acknowledged = stopped.acknowledged.reduce((sum, count) => sum + count, 0);
  report.goal(
    `PostgreSQL, ${String(stops)} × stopped and started under 50 writers`,
    `${String(acknowledged)} acknowledged after the starts, ${lossText(stopped)}`,
    stopped.acknowledged.length === stops && isWhole(stopped),
  );
};

const isWhole = ({ lost, doubled, halves }: KeptWhole): boolean =>
  [lost, doubled, halves].every(({ length }) => length === 0);

const lossText = ({ lost, doubled }: KeptWhole): string =>
  `${String(lost.length)} lost, ${String(doubled.length)} doubled`;

const openStore = async (url: string): Promise<Store> => {
  await migratePostgres(url);
  return createPostgresStore({ database: connectPostgres({ url, connections: CONNECTIONS }), office: 'H26' });
};

const BATCH = 2_000;

const filled = async (server: PostgresServer, count: number): Promise<Store> => {
  const store = await openStore(await server.createDatabase());
  for (let first = 0; first < count; first += BATCH) {
    const size = Math.min(BATCH, count - first);
    await store.load(Array.from({ length: size }, (_, index) => surveyOf(first + index, clock.now())));
  }
  await store.purge();
  return store;
};

const commitsASecond = async (
  store: Store,
  first: number,
  writers: number,
  count: number,
): Promise<number> => {
  let next = first;
  const write = async (): Promise<void> => {
    while (next < first + count) await store.commit([feedbackOf(next++, clock.now())]);
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: writers }, write));
  return (count / (performance.now() - begun)) * 1_000;
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
