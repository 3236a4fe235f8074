import { hash } from 'node:crypto';
import type { Pages } from './shelf.js';

/**
 * A file of entries of one width, sorted by the hash of their keys in the first six bytes. The hashes are spread
 * evenly, so the place of one can be guessed: a look-up reads two or three pages whatever the file's size.
 */
export interface HashFile {
  pages: Pages;
  width: number;
  count: number;
}

export const HASH_BYTES = 6;

export const hashOf = (key: string): number => hash('sha256', key, 'buffer').readUIntBE(0, HASH_BYTES);

/** The entries of a key without their hash. Different keys may share a hash: compare the key found there. */
export const lookUp = (sorted: HashFile, key: string): Buffer[] => {
  const hashed = hashOf(key);
  const found: Buffer[] = [];
  for (let index = lowerBound(sorted, hashed); index < sorted.count; index += pageLength(sorted)) {
    const page = readPage(sorted, index);
    for (let at = 0; at < page.length; at += sorted.width) {
      if (page.readUIntBE(at, HASH_BYTES) !== hashed) return found;
      found.push(page.subarray(at + HASH_BYTES, at + sorted.width));
    }
  }
  return found;
};

const PAGE_BYTES = 4_096;
const HASHES = 2 ** (8 * HASH_BYTES);

const pageLength = ({ width }: HashFile): number => Math.floor(PAGE_BYTES / width);

const readPage = (sorted: HashFile, index: number): Buffer => {
  const entries = Math.min(pageLength(sorted), sorted.count - index);
  return sorted.pages.read(index * sorted.width, entries * sorted.width);
};

/** Index of the first entry that is not below `hashed`. */
const lowerBound = (sorted: HashFile, hashed: number): number => {
  const length = pageLength(sorted);
  let [low, lowHash] = [0, 0];
  let [high, highHash] = [sorted.count, HASHES];
  while (high - low > length) {
    const guess = low + Math.floor(((hashed - lowHash) / (highHash - lowHash)) * (high - low));
    const start = Math.max(low, Math.min(guess - Math.floor(length / 2), high - length));
    const page = readPage(sorted, start);
    const first = page.readUIntBE(0, HASH_BYTES);
    const last = page.readUIntBE(page.length - sorted.width, HASH_BYTES);
    if (hashed <= first) [high, highHash] = [start, first + 1];
    else if (hashed > last) [low, lowHash] = [start + length, last];
    else return start + firstNotBelow(page, sorted.width, hashed);
  }
  return low + firstNotBelow(readPage({ ...sorted, count: high }, low), sorted.width, hashed);
};

const firstNotBelow = (page: Buffer, width: number, hashed: number): number => {
  let index = 0;
  while (index * width < page.length && page.readUIntBE(index * width, HASH_BYTES) < hashed) index += 1;
  return index;
};
