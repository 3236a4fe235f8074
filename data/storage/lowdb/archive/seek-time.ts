import type { Change } from '../../../store.js';
import type { OpenFile } from '../files.js';
import { headOf } from '../../head.js';
import { CHECKSUM_LENGTH } from '../journal/entry.js';

/** Where the first line begins that is not before `time` (milliseconds), in a file whose lines are in time's order. */
export const seekTime = (file: OpenFile, size: number, time: number): number => {
  let low = 0;
  let high = size;
  let probed = size;
  while (probed - low > WINDOW) {
    const middle = Math.floor((low + probed) / 2);
    const line = nextLine(file, middle, high);
    if (line && line.at < time) low = line.end;
    else {
      if (line) high = line.start;
      probed = middle;
    }
  }
  for (let line = lineAt(file, low, high); line; line = lineAt(file, line.end, high))
    if (line.at >= time) return line.start;
  return high;
};

/** Below this distance lines are read one after the other. */
const WINDOW = 16_384;
const LINE_FEED = 10;

interface DatedLine {
  start: number;
  end: number;
  at: number;
}

/** The first line that begins after `position`, or null when none does before `limit`. */
const nextLine = (file: OpenFile, position: number, limit: number): DatedLine | null => {
  const end = lineEnd(file, position, limit);
  return end === null ? null : lineAt(file, end.position, limit);
};

const lineAt = (file: OpenFile, start: number, limit: number): DatedLine | null => {
  const end = start < limit ? lineEnd(file, start, limit) : null;
  if (!end) return null;
  const json = end.bytes.toString('utf8', CHECKSUM_LENGTH + 1);
  return { start, end: end.position, at: headOf(JSON.parse(json) as Change).at };
};

/** From `start` to the end of the line it lies in: the bytes, and where the next line begins. */
const lineEnd = (
  file: OpenFile,
  start: number,
  limit: number,
): { bytes: Buffer; position: number } | null => {
  for (let length = 4_096; ; length *= 2) {
    const bytes = Buffer.allocUnsafe(Math.min(length, limit - start));
    const read = file.read(bytes, start);
    const end = bytes.subarray(0, read).indexOf(LINE_FEED);
    if (end >= 0) return { bytes: bytes.subarray(0, end), position: start + end + 1 };
    if (read < length) return null;
  }
};
