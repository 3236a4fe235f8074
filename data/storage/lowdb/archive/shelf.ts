import { join } from 'node:path';
import type { Files, OpenFile } from '../files.js';

/** Files of the archive opened for look-ups; only the last used stay open. */
export interface Shelf {
  readonly folder: string;
  take(name: string): ShelvedFile;
  /** For look-ups all over a file: in memory as a whole while it is small. */
  pages(name: string): Pages;
  /** Opened for one reader alone, who closes it. */
  open(name: string): OpenFile;
  drop(name: string): void;
  close(): void;
}

interface ShelvedFile {
  file: OpenFile;
  size: number;
}

export interface Pages {
  size: number;
  read(start: number, length: number): Buffer;
}

export const createShelf = (files: Files, folder: string): Shelf => {
  const opened = new Map<string, ShelvedFile>();
  const held = createHeld();
  const shut = (name: string): void => {
    opened.get(name)?.file.close();
    opened.delete(name);
  };
  const take = (name: string): ShelvedFile => {
    const known = opened.get(name) ?? openedNow(files, join(folder, name));
    opened.delete(name);
    opened.set(name, known);
    const [oldest] = opened.keys();
    if (oldest !== undefined && opened.size > MOST_OPEN) shut(oldest);
    return known;
  };
  return {
    folder,
    take,
    pages(name) {
      const known = held.take(name);
      if (known) return inMemory(known);
      const { file, size } = take(name);
      if (size > MOST_HELD / 4) return onDisk(file, size);
      const whole = onDisk(file, size).read(0, size);
      held.add(name, whole);
      return inMemory(whole);
    },
    open: (name) => files.open(join(folder, name)),
    drop(name) {
      shut(name);
      held.drop(name);
    },
    close() {
      for (const name of [...opened.keys()]) shut(name);
    },
  };
};

const MOST_OPEN = 64;
/** Bytes of files held in memory: the keys of a month of 130,000 records take 2 MB. */
const MOST_HELD = 16 * 1024 * 1024;

/** Whole files by name, the last used. They never change: whoever writes one gives it a new name. */
const createHeld = () => {
  const whole = new Map<string, Buffer>();
  let bytes = 0;
  const drop = (name: string): void => {
    bytes -= whole.get(name)?.length ?? 0;
    whole.delete(name);
  };
  const add = (name: string, content: Buffer): void => {
    drop(name);
    whole.set(name, content);
    bytes += content.length;
    for (const oldest of whole.keys()) {
      if (bytes <= MOST_HELD) return;
      drop(oldest);
    }
  };
  return {
    drop,
    add,
    take(name: string): Buffer | null {
      const content = whole.get(name);
      if (!content) return null;
      whole.delete(name);
      whole.set(name, content);
      return content;
    },
  };
};

const inMemory = (whole: Buffer): Pages => ({
  size: whole.length,
  read: (start, length) => whole.subarray(start, start + length),
});

const onDisk = (file: OpenFile, size: number): Pages => ({
  size,
  read(start, length) {
    const page = Buffer.allocUnsafe(length);
    file.read(page, start);
    return page;
  },
});

const openedNow = (files: Files, path: string): ShelvedFile => {
  const file = files.open(path);
  return { file, size: file.size() };
};
