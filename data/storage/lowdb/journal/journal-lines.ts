import type { OpenFile } from '../files.js';

const CHUNK = 1 << 20;

/** A line of a journal or archive file, without its line feed; the last one may have none (`whole` is false). */
export interface Line {
  bytes: Buffer;
  start: number;
  whole: boolean;
}

/** All lines from `start` (the beginning of one) to `end`, a chunk's worth at a time and never more in memory. */
export async function* linesOf(file: OpenFile, start: number, end: number): AsyncGenerator<Line[]> {
  let rest = Buffer.alloc(0);
  let position = start;
  while (position < end) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK, end - position));
    const filled = await file.load(chunk, position);
    if (filled === 0) break;
    const bytes = Buffer.concat([rest, chunk.subarray(0, filled)]);
    const lines = wholeLines(bytes, position - rest.length);
    position += filled;
    rest = bytes.subarray(bytes.lastIndexOf(LINE_FEED) + 1);
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [{ bytes: rest, start: position - rest.length, whole: false }];
}

const LINE_FEED = 10;

const wholeLines = (bytes: Buffer, start: number): Line[] => {
  const lines: Line[] = [];
  let from = 0;
  for (let to = bytes.indexOf(LINE_FEED); to >= 0; to = bytes.indexOf(LINE_FEED, from)) {
    lines.push({ bytes: bytes.subarray(from, to), start: start + from, whole: true });
    from = to + 1;
  }
  return lines;
};
