import type { Change } from '../../store.js';
import type { Archive, Located } from './archive/archive.js';
import { headIn } from './archive/table.js';
import { erasableOf, isKeyed, tombstoneKey } from '../head.js';
import type { KeyedKind } from '../head.js';
import { ERASED } from './journal/promised-versions.js';
import { readPlace } from './journal/layer.js';
import type { Layer } from './journal/layer.js';
import type { Place } from './journal/segment.js';

/** What is readable at a moment: the open journals, newest first, laid over the archive. */
export interface View {
  layers: readonly Layer[];
  archive: Archive;
}

/** The JSON of a key's latest change, or null. */
export const readLatest = (view: View, kind: KeyedKind, key: string): Buffer | null => {
  const kept = placeIn(view, kind, key);
  if (!kept) return view.archive.locate(kind, key)?.change ?? null;
  return kept.place.standing === 'gone' ? null : readPlace(kept.layer, kept.place);
};

/** The version a new one must continue; of a conversation its last sequence; 0 when there is none. ERASED: none may. */
export const versionIn = (view: View, kind: Change['kind'], key: string): number => {
  if (kind === 'activity') return lastSequence(view, key);
  if (!isKeyed(kind)) return 0;
  const gone = erasableOf(kind) ? ERASED : 0;
  const place = placeIn(view, kind, key)?.place;
  if (place) return place.standing === 'gone' ? gone : place.version;
  return view.archive.locate(kind, key)?.head.version ?? (archivedTombstone(view, kind, key) ? gone : 0);
};

/** Up to which sequence a conversation's messages in the journals and in the archive are erased. */
export const erasedUpTo = (view: View, conversationId: string): number =>
  Math.max(0, ...view.layers.map(({ low }) => low.data.erased.get(conversationId) ?? 0));

const archivedTombstone = ({ archive }: View, kind: Change['kind'], key: string): Located | null => {
  const of = erasableOf(kind);
  return of && archive.locate('erasure', tombstoneKey(of, key));
};

/** A conversation's activities after the watermark, in order. */
export const activitiesAfter = (view: View, conversationId: string, watermark: number): Buffer[] => {
  const after = Math.max(watermark, erasedUpTo(view, conversationId));
  const closed = view.archive
    .blocks(conversationId)
    .flatMap(({ changes }) => changes.map((change) => ({ change, sequence: headIn(change).version })));
  const open = view.layers.flatMap((layer) =>
    (layer.low.data.conversations.get(conversationId) ?? [])
      .filter((place) => place.version > after)
      .map((place) => ({ change: readPlace(layer, place), sequence: place.version })),
  );
  return [...closed, ...open]
    .filter(({ sequence }) => sequence > after)
    .sort((one, other) => one.sequence - other.sequence)
    .map(({ change }) => change);
};

export const lastSequence = (view: View, conversationId: string): number => {
  const open = Math.max(
    0,
    ...view.layers.map(
      ({ low: { data } }) =>
        data.conversations.get(conversationId)?.at(-1)?.version ?? data.erased.get(conversationId) ?? 0,
    ),
  );
  if (open > 0) return open;
  const sequences = view.archive
    .blocks(conversationId)
    .map(({ changes }) => changes.at(-1))
    .map((last) => (last ? headIn(last).version : 0));
  if (sequences.length > 0) return Math.max(...sequences);
  return archivedTombstone(view, 'activity', conversationId)?.head.version ?? 0;
};

/** Among the open journals only. */
export const placeIn = (view: View, kind: KeyedKind, key: string): { layer: Layer; place: Place } | null => {
  for (const layer of view.layers) {
    const place = layer.low.data.keyed[kind].get(key);
    if (place) return { layer, place };
  }
  return null;
};
