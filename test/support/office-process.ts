import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../data/load-dataset.js';

/** The server in a process of its own, to be killed. */
export const startOfficeProcess = async (environment: Record<string, string>) => {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-office-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'index.ts'], {
    cwd: projectRoot(),
    env: { ...process.env, PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const [address] = /http:\S+/.exec(chunk.toString()) ?? [];
      if (address !== undefined) resolve(address);
    });
    void ended.then(() => {
      reject(new Error('The server ended before it listened.'));
    });
  });
  return {
    url,
    /** As a power cut ends it: nothing is finished. */
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
