import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config.js';
import { startOffice } from '../../start-office.js';

export interface TestOffice {
  url: string;
  folder: string;
  /** Stops the server and keeps the folder: a restart opens it again. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** The whole product on a free port and a folder of its own. */
export const startTestOffice = async (environment: Record<string, string> = {}): Promise<TestOffice> => {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-office-'));
  const start = async (port: string) => {
    const read = readConfig({ PORT: port, DATA_DIR: folder, LOG_LEVEL: 'silent', ...environment });
    if (!read.ok) throw new Error(read.problems.join('\n'));
    return startOffice(read.config);
  };
  let running = await start('0');
  const { url } = running;
  return {
    url,
    folder,
    async restart() {
      await running.stop();
      running = await start(new URL(url).port);
    },
    async close() {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
