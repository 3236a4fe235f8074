import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ALL_COMMANDS } from '../../cli/all-commands.js';
import type { CommandContext, ExitCode } from '../../cli/command.js';
import { localAccess } from '../../cli/office/office-access.js';
import { createOfficeCommands } from '../../cli/office-commands.js';
import { runCommandLine } from '../../cli/run-command-line.js';
import type { Clock } from '../../data/clock.js';
import { projectRoot } from '../../data/load-dataset.js';
import { systemRandomness } from '../../data/randomness.js';
import type { Store } from '../../data/store.js';
import { createMemoryStore } from './memory-store.js';
import { sampleRules } from './office-due-dates.js';

export interface Ran {
  code: number | null;
  out: Buffer;
  err: string;
}

/** The real command in a process of its own. */
export const motcua = (
  args: string[],
  given: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join('cli', 'motcua.ts'), ...args], {
      cwd: projectRoot(),
      env: { ...process.env, ...given.env },
    });
    const out: Buffer[] = [];
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out), err });
    });
    child.stdin.end(given.input ?? '');
  });

export interface RanHere {
  code: ExitCode;
  out: string;
  bytes: Buffer;
  err: string;
}

interface Given {
  store?: Store;
  clock?: Clock;
  input?: (string | Uint8Array)[];
  terminal?: Partial<CommandContext['terminal']>;
}

const NOON = { now: () => new Date('2026-11-22T05:00:00.000Z') };

/** The same command line in this process, on a store in memory. */
export const motcuaHere = async (args: string[], given: Given = {}): Promise<RanHere> => {
  const { store = createMemoryStore(), clock = NOON, input = [] } = given;
  const out: Uint8Array[] = [];
  let err = '';
  const code = await runCommandLine(ALL_COMMANDS, args, {
    terminal: {
      out: (chunk) => {
        out.push(Buffer.from(chunk));
        return Promise.resolve();
      },
      err: (text) => {
        err += text;
      },
      input: piped(input),
      isTty: false,
      outIsTty: false,
      inputIsTty: false,
      ...given.terminal,
    },
    clock,
    actor: 'cli:test',
    interrupted: () => Promise.resolve(),
    openOffice: () =>
      Promise.resolve(
        localAccess(
          createOfficeCommands({ store, clock, random: systemRandomness, rules: sampleRules }),
          () => Promise.resolve(),
        ),
      ),
  });
  const bytes = Buffer.concat(out);
  return { code, bytes, out: bytes.toString(), err };
};

async function* piped(chunks: (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}
