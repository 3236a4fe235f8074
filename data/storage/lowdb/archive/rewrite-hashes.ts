import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OpenFile } from '../files.js';
import { HASH_BYTES } from './hash-file.js';

/** An entry to add: the hash of its key and what follows it. */
export interface HashEntry {
  hash: number;
  rest: Buffer;
}

/** `adjust` sees each old entry in place, may change what follows the hash, and says whether it stays. */
export const rewriteHashes = async (
  old: Buffer,
  width: number,
  adjust: (entry: Buffer) => boolean,
  added: HashEntry[],
): Promise<Buffer> => {
  const kept = await adjusted(old, width, adjust);
  added.sort((one, other) => one.hash - other.hash);
  const merged = Buffer.allocUnsafe(kept.length + added.length * width);
  let from = 0;
  let to = 0;
  for (const { hash, rest } of added) {
    const until = firstAbove(kept, width, from, hash);
    to += kept.copy(merged, to, from, until);
    from = until;
    merged.writeUIntBE(hash, to, HASH_BYTES);
    rest.copy(merged, to + HASH_BYTES);
    to += width;
  }
  kept.copy(merged, to, from);
  return merged;
};

export const readWhole = async (file: OpenFile): Promise<Buffer> => {
  const bytes = Buffer.allocUnsafe(file.size());
  for (let done = 0; done < bytes.length;) {
    const read = await file.load(bytes.subarray(done), done);
    if (read === 0) return bytes.subarray(0, done);
    done += read;
  }
  return bytes;
};

const ENTRIES_A_TURN = 50_000;

const adjusted = async (old: Buffer, width: number, adjust: (entry: Buffer) => boolean): Promise<Buffer> => {
  let kept = 0;
  for (let at = 0; at < old.length; at += width) {
    if (at % (ENTRIES_A_TURN * width) === 0) await nextTurn();
    if (adjust(old.subarray(at, at + width))) kept += old.copy(old, kept, at, at + width);
  }
  return old.subarray(0, kept);
};

const firstAbove = (entries: Buffer, width: number, from: number, hash: number): number => {
  let low = from / width;
  let high = entries.length / width;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries.readUIntBE(middle * width, HASH_BYTES) > hash) high = middle;
    else low = middle + 1;
  }
  return low * width;
};
