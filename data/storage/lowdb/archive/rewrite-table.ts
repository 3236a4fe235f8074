import { join } from 'node:path';
import type { Files, OpenFile } from '../files.js';
import { HASH_BYTES, hashOf } from './hash-file.js';
import { keysFile, recordsFile } from './manifest.js';
import type { Put, TablePlan } from './plan.js';
import { readWhole, rewriteHashes } from './rewrite-hashes.js';
import type { HashEntry } from './rewrite-hashes.js';
import { seekTime } from './seek-time.js';
import type { Shelf } from './shelf.js';
import { KEY_WIDTH } from './table.js';
import type { Table } from './table.js';
import { createWriter } from './writer.js';

/** Writes the table anew under the next generation's name, durably; false when nothing is left in it. */
export const rewriteTable = async (
  files: Files,
  shelf: Shelf,
  before: Table | null,
  plan: TablePlan,
  after: Table,
): Promise<boolean> => {
  const source = before ? shelf.open(recordsFile(before.base, before.generation)) : null;
  const writer = createWriter(files, join(shelf.folder, recordsFile(after.base, after.generation)));
  try {
    const written = await writeRecords(source, plan, writer);
    if (writer.position() === 0) return false;
    const keys = await rewriteHashes(
      before ? await readKeys(shelf, before) : Buffer.alloc(0),
      KEY_WIDTH,
      (entry) => moveKey(entry, plan, written.shifts),
      written.keys,
    );
    await writer.finish();
    await writeFile(files, join(shelf.folder, keysFile(after.base, after.generation)), keys);
    return true;
  } finally {
    writer.close();
    source?.close();
  }
};

/** A whole new file, durable when this resolves (its name with the folder's next fsync). */
export const writeFile = async (files: Files, path: string, bytes: Buffer): Promise<void> => {
  const writer = createWriter(files, path);
  try {
    await writer.append(bytes);
    await writer.finish();
  } finally {
    writer.close();
  }
};

interface Edit {
  position: number;
  cut: number;
  put: Put | null;
}

/** From `position` of the old file on, what stays is found `by` bytes further on in the new one. */
interface Shift {
  position: number;
  by: number;
}

const writeRecords = async (
  source: OpenFile | null,
  plan: TablePlan,
  writer: ReturnType<typeof createWriter>,
): Promise<{ keys: HashEntry[]; shifts: Shift[] }> => {
  const keys: HashEntry[] = [];
  const shifts: Shift[] = [];
  let from = 0;
  let by = 0;
  for (const { position, cut, put } of editsOf(source, plan)) {
    if (source) await writer.copy(source, from, position);
    from = position + cut;
    by -= cut;
    if (put) {
      const lines = put.lines();
      keys.push({ hash: hashOf(put.key), rest: keyEntry(writer.position(), lines.length) });
      await writer.append(lines);
      by += lines.length;
    }
    shifts.push({ position, by });
  }
  if (source) await writer.copy(source, from, source.size());
  return { keys, shifts };
};

/** In the order of the old file; at one place first what is put before the line, then the cut of the line. */
const editsOf = (source: OpenFile | null, plan: TablePlan): Edit[] => {
  const size = source?.size() ?? 0;
  const cuts = [...plan.cuts].map(([position, cut]) => ({ position, cut, put: null, at: 0 }));
  let latest = 0;
  const puts = plan.puts
    .sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
    .map((put) => {
      // In time's order: once one belongs at the end, all the later ones do.
      if (put.position === null && put.at !== null && latest < size && source)
        latest = seekTime(source, size, put.at + 1);
      return { position: put.position ?? (put.at === null ? size : latest), cut: 0, put, at: put.at ?? 0 };
    });
  return [...cuts, ...puts].sort(
    (one, other) => one.position - other.position || one.cut - other.cut || one.at - other.at,
  );
};

const keyEntry = (start: number, length: number): Buffer => {
  const rest = Buffer.allocUnsafe(KEY_WIDTH - HASH_BYTES);
  rest.writeUIntBE(start, 0, 6);
  rest.writeUInt32BE(length, 6);
  return rest;
};

const readKeys = async (shelf: Shelf, { base, generation }: Table): Promise<Buffer> => {
  const file = shelf.open(keysFile(base, generation));
  try {
    return await readWhole(file);
  } finally {
    file.close();
  }
};

const moveKey = (entry: Buffer, { cuts }: TablePlan, shifts: readonly Shift[]): boolean => {
  const start = entry.readUIntBE(HASH_BYTES, 6);
  if (cuts.has(start)) return false;
  entry.writeUIntBE(start + shiftAt(shifts, start), HASH_BYTES, 6);
  return true;
};

const shiftAt = (shifts: readonly Shift[], start: number): number => {
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((shifts[middle]?.position ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  return shifts[low - 1]?.by ?? 0;
};
