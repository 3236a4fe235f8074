import { crc32 } from 'node:zlib';

/**
 * One entry of the journal: one line, one atomic list of changes.
 *
 *   1f2e3d4c 312,57 [{"kind":"feedback",…},{"kind":"state",…}]
 *
 * CRC-32 of all that follows it, the length in bytes of each change (one is read without the others), the changes.
 */
export const encodeEntry = (changes: readonly Buffer[]): EncodedEntry => {
  const head = Buffer.from(`${changes.map((change) => change.length).join(',')} [`);
  const parts: Buffer[] = [head];
  const spans: Span[] = [];
  let position = CHECKSUM_LENGTH + 1 + head.length;
  for (const change of changes) {
    if (spans.length > 0) parts.push(COMMA);
    parts.push(change);
    spans.push({ start: position, length: change.length });
    position += change.length + 1;
  }
  parts.push(END);
  const body = Buffer.concat(parts);
  return { line: Buffer.concat([checksum(body.subarray(0, -1)), SPACE, body]), spans };
};

/** A line without its line feed → where its changes lie in it; null when it is not what was once written. */
export const decodeEntry = (line: Buffer): Span[] | null => {
  if (line[CHECKSUM_LENGTH] !== SPACE[0]) return null;
  const body = line.subarray(CHECKSUM_LENGTH + 1);
  if (!hasChecksum(line, body)) return null;
  const headLength = body.indexOf(SPACE) + SPACE.length + 1;
  let start = CHECKSUM_LENGTH + 1 + headLength;
  return body
    .toString('latin1', 0, headLength - 2)
    .split(',')
    .map((digits) => {
      const span = { start, length: Number(digits) };
      start += span.length + 1;
      return span;
    });
};

/** Eight hexadecimal digits, for the journal and for the lines of the archive. */
export const checksum = (bytes: Buffer): Buffer =>
  Buffer.from(crc32(bytes).toString(16).padStart(CHECKSUM_LENGTH, '0'), 'latin1');

export const hasChecksum = (line: Buffer, rest: Buffer): boolean =>
  Number.parseInt(line.toString('latin1', 0, CHECKSUM_LENGTH), 16) === crc32(rest);

export const CHECKSUM_LENGTH = 8;

export interface Span {
  start: number;
  length: number;
}

export interface EncodedEntry {
  line: Buffer;
  spans: Span[];
}

const SPACE = Buffer.from(' ');
const COMMA = Buffer.from(',');
const END = Buffer.from(']\n');
