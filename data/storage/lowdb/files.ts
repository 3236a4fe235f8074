import fs from 'node:fs';
import { promisify } from 'node:util';

/** The few file operations the store is built on: a test puts a disk in their place that loses power or fills up. */
export interface Files {
  /** Created with mode 0600 when missing, opened for reading and writing. */
  create(path: string): OpenFile;
  open(path: string): OpenFile;
  /** Names in the folder, sorted. */
  list(folder: string): string[];
  /** Created with mode 0700, parents too. */
  makeFolder(folder: string): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** Makes created, renamed and removed names in the folder durable. */
  syncFolder(folder: string): Promise<void>;
}

export interface OpenFile {
  size(): number;
  /** Reads at once, for look-ups of a few kilobytes; returns how many bytes there were. */
  read(into: Buffer, position: number): number;
  /** As `read`, for long stretches: does not hold up the process. */
  load(into: Buffer, position: number): Promise<number>;
  /** Writes all of `bytes` or rejects. */
  write(bytes: Buffer, position: number): Promise<void>;
  truncate(length: number): Promise<void>;
  /** fdatasync: resolves when everything written is on the disk. */
  sync(): Promise<void>;
  close(): void;
}

export const systemFiles: Files = {
  create: (path) => openFile(fs.openSync(path, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600)),
  open: (path) => openFile(fs.openSync(path, fs.constants.O_RDONLY)),
  list: (folder) => fs.readdirSync(folder).sort(),
  makeFolder: (folder) => void fs.mkdirSync(folder, { recursive: true, mode: 0o700 }),
  rename: (from, to) => {
    fs.renameSync(from, to);
  },
  remove: (path) => {
    fs.rmSync(path, { force: true });
  },
  async syncFolder(folder) {
    const fd = fs.openSync(folder, fs.constants.O_RDONLY);
    try {
      await fsync(fd);
    } finally {
      fs.closeSync(fd);
    }
  },
};

const load = promisify(fs.read);
const write = promisify(fs.write);
const fsync = promisify(fs.fsync);
const fdatasync = promisify(fs.fdatasync);
const ftruncate = promisify(fs.ftruncate);

const openFile = (fd: number): OpenFile => ({
  size: () => fs.fstatSync(fd).size,
  read: (into, position) => fs.readSync(fd, into, 0, into.length, position),
  load: async (into, position) => (await load(fd, into, 0, into.length, position)).bytesRead,
  async write(bytes, position) {
    for (let done = 0; done < bytes.length;)
      done += (await write(fd, bytes, done, bytes.length - done, position + done)).bytesWritten;
  },
  truncate: (length) => ftruncate(fd, length),
  sync: () => fdatasync(fd),
  close: () => {
    fs.closeSync(fd);
  },
});
