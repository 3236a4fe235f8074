import type { Files, OpenFile } from '../files.js';

const CHUNK = 1 << 20;

/** Fills a new file in large pieces. */
export const createWriter = (files: Files, path: string) => {
  files.remove(path);
  const file = files.create(path);
  let pieces: Buffer[] = [];
  let waiting = 0;
  let written = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(pieces);
    pieces = [];
    waiting = 0;
    await file.write(bytes, written);
    written += bytes.length;
  };
  const append = async (bytes: Buffer): Promise<void> => {
    pieces.push(bytes);
    waiting += bytes.length;
    if (waiting >= CHUNK) await flush();
  };
  return {
    append,
    position: () => written + waiting,
    async copy(source: OpenFile, from: number, to: number) {
      for (let position = from; position < to;) {
        const chunk = Buffer.allocUnsafe(Math.min(CHUNK, to - position));
        const read = await source.load(chunk, position);
        if (read === 0) return;
        await append(chunk.subarray(0, read));
        position += read;
      }
    },
    /** Everything is on the disk. */
    async finish() {
      await flush();
      await file.sync();
    },
    close: () => {
      file.close();
    },
  };
};
