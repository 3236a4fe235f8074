import { monthOfTrackingCode } from '../../../feedback/tracking-code.js';
import type { Head, KeyedKind, OpenKind } from '../../head.js';
import type { Span } from '../journal/entry.js';
import type { Change } from '../../../store.js';
import { HASH_BYTES, lookUp } from './hash-file.js';
import { keysFile } from './manifest.js';
import type { Manifest } from './manifest.js';
import type { Shelf } from './shelf.js';
import { changesOf, findInTable, headIn } from './table.js';
import type { Found, Table } from './table.js';

/** The closed months as one manifest names them: never changed, only replaced by the next. */
export interface Archive {
  readonly manifest: Manifest;
  /** The one record of a key, wherever it is kept. */
  locate(kind: KeyedKind, key: string): Located | null;
  /** The record's copy in the list of open work. */
  locateOpen(kind: OpenKind, key: string): Located | null;
  /** A conversation's activities, month by month. */
  blocks(conversationId: string): Block[];
  /** In order of time, both ends included (milliseconds). */
  stream(kind: Change['kind'], from: number, to: number): AsyncGenerator<Buffer[]>;
  streamOpen(kind: OpenKind): AsyncGenerator<Buffer[]>;
}

export interface Located extends Span {
  month: string;
  change: Buffer;
  head: Head;
}

interface Block extends Found {
  month: string;
}

/** The hash of a key and the number of a month. */
export const INDEX_WIDTH = HASH_BYTES + 3;

export const tableBase = (month: string, kind: Change['kind']): string => `${month}-${kind}`;
export const openBase = (kind: OpenKind): string => `open-${kind}`;
export const indexBase = (kind: Change['kind']): string => `index-${kind}`;

/** Months since year 0, as an index keeps them. */
export const monthNumber = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** A tracking code leads straight to its month: only feedback kept elsewhere (a letter entered late) is indexed. */
export const monthInKey = (kind: Change['kind'], key: string): string | null =>
  kind === 'feedback' ? monthOfTrackingCode(key) : null;

/** UTC, as the months in tracking codes are. */
export const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 'YYYY-MM'.length);

export const createArchive = (shelf: Shelf, manifest: Manifest): Archive => {
  const tableOf = (base: string): Table | null => {
    const generation = manifest.files[base];
    return generation === undefined ? null : { base, generation };
  };
  const monthsOf = (kind: Change['kind'], key: string): string[] => {
    const led = monthInKey(kind, key);
    const index = tableOf(indexBase(kind));
    const indexed = index ? indexedMonths(shelf, index, key) : [];
    return led === null ? indexed : [led, ...indexed];
  };
  const locateIn = (base: string, month: string, key: string): Located[] => {
    const table = tableOf(base);
    if (!table) return [];
    return findInTable(shelf, table, key).flatMap((found) => located(found, month, key));
  };
  return {
    manifest,
    locate(kind, key) {
      for (const month of monthsOf(kind, key)) {
        const [one] = locateIn(tableBase(month, kind), month, key);
        if (one) return one;
      }
      return null;
    },
    locateOpen: (kind, key) => locateIn(openBase(kind), '', key)[0] ?? null,
    blocks: (conversationId) =>
      monthsOf('activity', conversationId).flatMap((month) => {
        const table = tableOf(tableBase(month, 'activity'));
        const found = table ? findInTable(shelf, table, conversationId) : [];
        return found.filter(isOf(conversationId)).map((block) => ({ ...block, month }));
      }),
    async *stream(kind, from, to) {
      for (const month of closedMonths(manifest, kind)) {
        const table = tableOf(tableBase(month, kind));
        if (!table || month < monthOf(from) || month > monthOf(to)) continue;
        yield* changesOf(shelf, table, from);
      }
    },
    async *streamOpen(kind) {
      const table = tableOf(openBase(kind));
      if (table) yield* changesOf(shelf, table);
    },
  };
};

const indexedMonths = (shelf: Shelf, { base, generation }: Table, key: string): string[] => {
  const pages = shelf.pages(keysFile(base, generation));
  return lookUp({ pages, width: INDEX_WIDTH, count: pages.size / INDEX_WIDTH }, key).map((entry) =>
    monthName(entry.readUIntBE(0, 3)),
  );
};

const monthName = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

const closedMonths = (manifest: Manifest, kind: Change['kind']): string[] =>
  Object.keys(manifest.files)
    .filter((base) => base.endsWith(`-${kind}`) && /^\d{4}-\d\d-/.test(base))
    .map((base) => base.slice(0, 'YYYY-MM'.length))
    .sort();

const located = ({ start, length, changes: [change] }: Found, month: string, key: string): Located[] => {
  if (!change) return [];
  const head = headIn(change);
  return head.key === key ? [{ start, length, month, change, head }] : [];
};

const isOf =
  (conversationId: string) =>
  ({ changes: [first] }: Found): boolean =>
    first !== undefined && headIn(first).key === conversationId;
