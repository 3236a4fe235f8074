import type { OpenFile } from '../files.js';

/** Small enough that what a long export leaves behind is collected with the young. */
const CHUNK = 1 << 17;

/** A line of a journal or archive file, without its line feed; the last one may have none (`whole` is false). */
export interface Line {
  bytes: Buffer;
  start: number;
  whole: boolean;
}

/** All lines from `start` (the beginning of one) to `end`, a chunk's worth at a time and never more in memory. */
export async function* linesOf(file: OpenFile, start: number, end: number): AsyncGenerator<Line[]> {
  /** Pieces of a line that has not ended yet: an import of many dossiers may be one line of many chunks. */
  let pieces: Buffer[] = [];
  let begun = start;
  for (let position = start; position < end;) {
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK, end - position));
    const filled = await file.load(chunk, position);
    if (filled === 0) break;
    position += filled;
    pieces.push(chunk.subarray(0, filled));
    if (!chunk.subarray(0, filled).includes(LINE_FEED)) continue;
    const bytes = Buffer.concat(pieces);
    const rest = bytes.subarray(bytes.lastIndexOf(LINE_FEED) + 1);
    yield wholeLines(bytes, begun);
    begun = position - rest.length;
    pieces = rest.length > 0 ? [rest] : [];
  }
  if (pieces.length > 0) yield [{ bytes: Buffer.concat(pieces), start: begun, whole: false }];
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
