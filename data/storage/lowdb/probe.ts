import type { StoreHealth } from '../../store.js';
import type { Files } from './files.js';

/** Whether the disk takes writes now: tried with a file beside the journals, one try at a time. */
export const createProbe = (files: Files, path: string): (() => Promise<StoreHealth>) => {
  let running: Promise<StoreHealth> | null = null;
  const probe = async (): Promise<StoreHealth> => {
    try {
      await writeAndRemove(files, path);
      return { ready: true };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      return { ready: false, reason: `The disk refuses writes (${code}).` };
    }
  };
  return () => (running ??= probe().finally(() => (running = null)));
};

const PROBE = Buffer.alloc(4_096, '\n');

const writeAndRemove = async (files: Files, path: string): Promise<void> => {
  const file = files.create(path);
  try {
    await file.write(PROBE, 0);
    await file.sync();
  } finally {
    file.close();
    files.remove(path);
  }
};
