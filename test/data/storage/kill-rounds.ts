import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../../data/store.js';
import { findTroubles } from './kept-whole.js';
import type { KeptWhole } from './kept-whole.js';

export interface Victim {
  /** A program that writes endlessly until it is killed, and prints `ready` and then each id that was acknowledged. */
  child: string;
  /** Its first argument: the folder, or the database's address. */
  target: string;
  /** Opens what it wrote to. */
  open: () => Promise<{ store: Store; close: () => Promise<void> }>;
}

export interface KillOutcome extends KeptWhole {
  acknowledged: number;
  failedStarts: string[];
}

/** Lets a child write and kills it (-9) at a random moment, again and again. */
export const killRounds = async (
  { child, target, open }: Victim,
  rounds: number,
  below: (limit: number) => number,
): Promise<KillOutcome> => {
  const acknowledged = new Set<string>();
  const failedStarts: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const lines = await killedChild([child, target, String(round)], below(400));
    if (lines[0] !== 'ready') failedStarts.push(`round ${String(round)}: ${lines.join(' ')}`);
    for (const id of lines.slice(1)) acknowledged.add(id);
  }
  const { store, close } = await open();
  const troubles = await findTroubles(store, acknowledged);
  await close();
  return { acknowledged: acknowledged.size, failedStarts, ...troubles };
};

/** What the child printed, without a line that was cut off; its complaint when it never got ready. */
const killedChild = async (command: readonly string[], delay: number): Promise<string[]> => {
  const child = spawn(process.execPath, ['--import', 'tsx', ...command]);
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
