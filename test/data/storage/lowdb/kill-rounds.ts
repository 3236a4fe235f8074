import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimFolder } from '../../../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import { listOf } from '../records.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
const CHILD = join(import.meta.dirname, 'crash-child.ts');

export interface KillOutcome {
  acknowledged: number;
  lost: string[];
  doubled: string[];
  failedStarts: string[];
}

/** Lets a child write into the folder and kills it (-9) at a random moment, again and again. */
export const killRounds = async (
  folder: string,
  rounds: number,
  below: (limit: number) => number,
): Promise<KillOutcome> => {
  const acknowledged = new Set<string>();
  const failedStarts: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const lines = await killedChild(folder, round, below(400));
    if (lines[0] !== 'ready') failedStarts.push(`round ${String(round)}: ${lines.join(' ')}`);
    for (const id of lines.slice(1)) acknowledged.add(id);
  }
  return { acknowledged: acknowledged.size, failedStarts, ...(await inspect(folder, acknowledged)) };
};

/** What the child printed, without a line that was cut off; its complaint when it never got ready. */
const killedChild = async (folder: string, round: number, delay: number): Promise<string[]> => {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder, String(round)]);
  let printed = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  await sleep(delay);
  child.kill('SIGKILL');
  await closed;
  const lines = printed.split('\n').slice(0, -1);
  return lines.length > 0 ? lines : [complaint];
};

const inspect = async (
  folder: string,
  acknowledged: Set<string>,
): Promise<Pick<KillOutcome, 'lost' | 'doubled'>> => {
  const claim = await claimFolder(folder, (socket) => socket.destroy());
  const store = await createEmbeddedStore({ folder, clock: { now: () => new Date() } });
  const served = new Map<string, number>();
  for await (const { id } of store.surveys.stream(EVER)) served.set(id, (served.get(id) ?? 0) + 1);
  const versions = new Map(
    (await listOf(store.dossiers.stream(EVER))).map(({ code, version }) => [code, version]),
  );
  await store.close();
  await claim.release();
  return {
    lost: [...acknowledged].filter((id) => !served.has(id) || !hasVersion(versions, id)),
    doubled: [...served].filter(([, times]) => times > 1).map(([id]) => id),
  };
};

/** `1-7-12` also acknowledged version 12 of dossier `1-7`. */
const hasVersion = (versions: Map<string, number>, id: string): boolean => {
  const end = id.lastIndexOf('-');
  return (versions.get(id.slice(0, end)) ?? 0) >= Number(id.slice(end + 1));
};
