import { join } from 'node:path';
import { DomainError } from '../../../domain-error.js';
import type { Change } from '../../../store.js';
import type { OpenFile } from '../files.js';
import { headOf } from '../../head.js';
import type { Head } from '../../head.js';
import { checksum, CHECKSUM_LENGTH, hasChecksum } from '../journal/entry.js';
import type { Span } from '../journal/entry.js';
import { linesOf } from '../journal/journal-lines.js';
import { HASH_BYTES, lookUp } from './hash-file.js';
import { keysFile, recordsFile } from './manifest.js';
import { seekTime } from './seek-time.js';
import type { Shelf } from './shelf.js';

/** The records of one kind and month: a line each (checksum, change), and a hash file that leads from keys to lines. */
export interface Table {
  base: string;
  generation: number;
}

/** Hash, where the lines begin, how many bytes they take. */
export const KEY_WIDTH = HASH_BYTES + 6 + 4;

/** Where the lines of a key lie (a conversation has many) and the JSON of their changes. */
export interface Found extends Span {
  changes: Buffer[];
}

export const findInTable = (shelf: Shelf, table: Table, key: string): Found[] => {
  const pages = shelf.pages(keysFile(table.base, table.generation));
  const sorted = { pages, width: KEY_WIDTH, count: pages.size / KEY_WIDTH };
  return lookUp(sorted, key).map((entry) => {
    const span = { start: entry.readUIntBE(0, 6), length: entry.readUInt32BE(6) };
    const { file } = shelf.take(recordsFile(table.base, table.generation));
    return { ...span, changes: changesAt(file, span, table) };
  });
};

/** The changes in the file's order, `from` (milliseconds) on; `from` only makes sense where lines are in time's order. */
export async function* changesOf(shelf: Shelf, table: Table, from = 0): AsyncGenerator<Buffer[]> {
  const file = shelf.open(recordsFile(table.base, table.generation));
  try {
    const size = file.size();
    for await (const lines of linesOf(file, from > 0 ? seekTime(file, size, from) : 0, size))
      yield lines.map(({ bytes, start }) => changeIn(bytes, table, start));
  } finally {
    file.close();
  }
}

export const lineOf = (change: Buffer): Buffer => Buffer.concat([checksum(change), SPACE, change, LINE_FEED]);

/** The JSON was checked by zod when it was committed, and its checksum when it was read; readers parse it with zod again. */
export const changeFrom = (json: Buffer): Change => JSON.parse(json.toString('utf8')) as Change;

export const headIn = (json: Buffer): Head => headOf(changeFrom(json));

const changesAt = (file: OpenFile, { start, length }: Span, table: Table): Buffer[] => {
  const block = Buffer.allocUnsafe(length);
  const changes: Buffer[] = [];
  let from = 0;
  file.read(block, start);
  while (from < length) {
    const end = block.indexOf(LINE_FEED, from);
    const to = end < 0 ? length : end;
    changes.push(changeIn(block.subarray(from, to), table, start + from));
    from = to + 1;
  }
  return changes;
};

const changeIn = (line: Buffer, { base, generation }: Table, start: number): Buffer => {
  const change = line.subarray(CHECKSUM_LENGTH + 1);
  if (hasChecksum(line, change)) return change;
  const where = `${join('archive', recordsFile(base, generation))} at byte ${String(start)}`;
  throw new DomainError('store.damaged', `The line in ${where} is not what was written.`);
};

const SPACE = Buffer.from(' ');
const LINE_FEED = Buffer.from('\n');
