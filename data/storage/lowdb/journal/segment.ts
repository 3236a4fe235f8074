import { isKeyed, isOpenKind, KEYED_KINDS, OPEN_KINDS } from '../../head.js';
import type { Head, KeyedKind, OpenKind, Standing } from '../../head.js';
import type { EncodedEntry, Span } from './entry.js';

/** What one open journal folds to: where the latest version of everything in it lies. Records stay on the disk. */
export interface Segment {
  /** `2026-11` (UTC), and `2026-11.1`, `2026-11.2` … when the month's journal grew long. */
  readonly name: string;
  /** Bytes that are known to be durable: the next entry is written here. */
  size: number;
  /** Entries that the next `write()` appends. */
  readonly queued: QueuedEntry[];
  readonly keyed: Record<KeyedKind, Map<string, Place>>;
  readonly open: Record<OpenKind, Map<string, Place>>;
  readonly conversations: Map<string, Place[]>;
  /** Conversations that were erased, up to which sequence. */
  readonly erased: Map<string, number>;
  /** Lines that are not what was written, counted from 1. */
  readonly damagedLines: number[];
  torn: TornEnd | null;
}

/** Where a change lies in the journal's file, with what look-ups and lists need of it. */
export interface Place extends Span {
  at: number;
  version: number;
  standing: Standing;
}

export interface QueuedEntry {
  encoded: EncodedEntry;
  heads: readonly Head[];
}

/** What a crash left of an entry nobody was told about. */
export interface TornEnd {
  line: number;
  bytes: number;
  keptAs: string;
}

export const emptySegment = (name: string): Segment => ({
  name,
  size: 0,
  queued: [],
  keyed: byName(KEYED_KINDS),
  open: byName(OPEN_KINDS),
  conversations: new Map(),
  erased: new Map(),
  damagedLines: [],
  torn: null,
});

/** Folds one entry whose line starts at `base`. */
export const foldEntry = (
  segment: Segment,
  base: number,
  heads: readonly Head[],
  spans: readonly Span[],
): void => {
  heads.forEach((head, index) => {
    const span = spans[index];
    if (span) foldChange(segment, head, placeOf(head, base + span.start, span.length));
  });
};

export const monthOfSegment = ({ name }: Segment): string => name.slice(0, 'YYYY-MM'.length);

const placeOf = ({ at, version, standing }: Head, start: number, length: number): Place => ({
  start,
  length,
  at,
  version,
  standing,
});

const foldChange = (segment: Segment, { kind, key, erases }: Head, place: Place): void => {
  if (erases) foldErasure(segment, erases, place);
  if (kind === 'activity') {
    const logged = segment.conversations.get(key);
    if (logged) insertBySequence(logged, place);
    else segment.conversations.set(key, [place]);
  }
  if (isKeyed(kind)) foldRecord(segment, kind, key, place);
};

/** Messages come in their order, but for those loaded from a store whose clock was once set back over a month's end. */
const insertBySequence = (logged: Place[], place: Place): void => {
  const after = logged.findLastIndex(({ version }) => version <= place.version);
  logged.splice(after + 1, 0, place);
};

const foldErasure = (
  segment: Segment,
  { kind, key }: { kind: Head['kind']; key: string },
  place: Place,
): void => {
  if (isKeyed(kind)) foldRecord(segment, kind, key, { ...place, standing: 'gone' });
  if (kind !== 'activity') return;
  segment.erased.set(key, place.version);
  const left = segment.conversations.get(key)?.filter(({ version }) => version > place.version) ?? [];
  if (left.length > 0) segment.conversations.set(key, left);
  else segment.conversations.delete(key);
};

const foldRecord = (segment: Segment, kind: KeyedKind, key: string, place: Place): void => {
  segment.keyed[kind].set(key, place);
  if (!isOpenKind(kind)) return;
  if (place.standing === 'open') segment.open[kind].set(key, place);
  else segment.open[kind].delete(key);
};

const byName = <K extends string>(names: readonly K[]): Record<K, Map<string, Place>> =>
  Object.fromEntries(names.map((name) => [name, new Map<string, Place>()])) as Record<K, Map<string, Place>>;
