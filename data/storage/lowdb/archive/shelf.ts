import { join } from 'node:path';
import type { Files, OpenFile } from '../files.js';

/** Files of the archive opened for look-ups; only the last used stay open. */
export interface Shelf {
  readonly folder: string;
  take(name: string): ShelvedFile;
  /** Opened for one reader alone, who closes it. */
  open(name: string): OpenFile;
  drop(name: string): void;
  close(): void;
}

interface ShelvedFile {
  file: OpenFile;
  size: number;
}

export const createShelf = (files: Files, folder: string): Shelf => {
  const opened = new Map<string, ShelvedFile>();
  const drop = (name: string): void => {
    opened.get(name)?.file.close();
    opened.delete(name);
  };
  return {
    folder,
    take(name) {
      const known = opened.get(name) ?? openedNow(files, join(folder, name));
      opened.delete(name);
      opened.set(name, known);
      const [oldest] = opened.keys();
      if (oldest !== undefined && opened.size > MOST_OPEN) drop(oldest);
      return known;
    },
    open: (name) => files.open(join(folder, name)),
    drop,
    close() {
      for (const name of [...opened.keys()]) drop(name);
    },
  };
};

const MOST_OPEN = 64;

const openedNow = (files: Files, path: string): ShelvedFile => {
  const file = files.open(path);
  return { file, size: file.size() };
};
