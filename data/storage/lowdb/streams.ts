import { CHANGE_KINDS } from '../../store.js';
import type { Change } from '../../store.js';
import { changeFrom } from './archive/table.js';
import { headOf } from '../head.js';
import type { KeyedKind, OpenKind } from '../head.js';
import { readPlace } from './journal/layer.js';
import type { Layer } from './journal/layer.js';
import type { Place } from './journal/segment.js';
import { erasedUpTo, placeIn } from './view.js';
import type { View } from './view.js';

/** The latest changes of a kind with `from` ≤ time ≤ `to` (milliseconds), oldest first, as they were at the start. */
export const streamRange = (
  view: View,
  kind: KeyedKind,
  from: number,
  to: number,
): AsyncGenerator<Change[]> => {
  const open = latestPlaces(view, (layer) => layer.low.data.keyed[kind], kind);
  const newer = keysRewritten(view, kind);
  const inRange = open.filter(({ place }) => place.standing !== 'gone' && from <= place.at && place.at <= to);
  return merged(view.archive.stream(kind, from, to), inRange, ({ at, key }) =>
    at > to ? 'end' : at < from || newer.has(key) ? 'skip' : 'take',
  );
};

/** Open work, oldest first, as it was at the start. */
export const streamOpen = (view: View, kind: OpenKind): AsyncGenerator<Change[]> => {
  const open = latestPlaces(view, (layer) => layer.low.data.open[kind], kind);
  const newer = new Set(view.layers.flatMap((layer) => [...layer.low.data.keyed[kind].keys()]));
  return merged(view.archive.streamOpen(kind), open, ({ key }) => (newer.has(key) ? 'skip' : 'take'));
};

/** Everything, as it was at the start. */
export const streamAll = (view: View): AsyncGenerator<Change[]> =>
  oneAfterTheOther(
    CHANGE_KINDS.map((kind) => (kind === 'activity' ? streamActivities(view) : streamKind(view, kind))),
  );

/** All of a kind, oldest first, as it was at the start. */
export const streamKind = (view: View, kind: KeyedKind): AsyncGenerator<Change[]> =>
  streamRange(view, kind, BEGINNING, END);

const BEGINNING = Date.parse('0000-01-01T00:00:00.000Z');
const END = Date.parse('9999-12-31T23:59:59.999Z');

async function* oneAfterTheOther(streams: AsyncGenerator<Change[]>[]): AsyncGenerator<Change[]> {
  for (const stream of streams) yield* stream;
}

/** In the order they were committed: a clock that was set back must not turn a conversation around. */
const streamActivities = (view: View): AsyncGenerator<Change[]> => {
  const erased = erasures(view);
  const open = view.layers
    .toReversed()
    .flatMap((layer) =>
      [...layer.low.data.conversations].flatMap(([id, places]) =>
        places
          .filter(({ version }) => version > (erased.get(id) ?? 0))
          .map((place): Kept => ({ layer, place })),
      ),
    );
  return closedThenOpen(view.archive.stream('activity', BEGINNING, END), erased, open);
};

/** Up to which sequence conversations are erased, as it is now. */
const erasures = (view: View): Map<string, number> =>
  new Map(
    view.layers.flatMap((layer) => [...layer.low.data.erased.keys()].map((id) => [id, erasedUpTo(view, id)])),
  );

async function* closedThenOpen(
  closed: AsyncGenerator<Buffer[]>,
  erased: Map<string, number>,
  open: Kept[],
): AsyncGenerator<Change[]> {
  for await (const changes of closed)
    yield changes.map(changeFrom).filter((change) => {
      const { key, version } = headOf(change);
      return version > (erased.get(key) ?? 0);
    });
  yield* inBatches(open);
}

interface Kept {
  layer: Layer;
  place: Place;
}

/** In batches: a generator's turn for each record would cost as much as parsing it. */
async function* merged(
  closed: AsyncGenerator<Buffer[]>,
  open: Kept[],
  judge: (head: { key: string; at: number }) => 'take' | 'skip' | 'end',
): AsyncGenerator<Change[]> {
  open.sort((one, other) => one.place.at - other.place.at);
  let next = 0;
  reading: for await (const changes of closed) {
    const batch: Change[] = [];
    for (const json of changes) {
      const change = changeFrom(json);
      const head = headOf(change);
      const judged = judge(head);
      if (judged === 'end') {
        yield batch;
        break reading;
      }
      if (judged === 'skip') continue;
      for (let kept = open[next]; kept && kept.place.at < head.at; kept = open[++next])
        batch.push(readKept(kept));
      batch.push(change);
    }
    yield batch;
  }
  yield* inBatches(open.slice(next));
}

function* inBatches(open: Kept[]): Generator<Change[]> {
  for (let next = 0; next < open.length; next += BATCH) yield open.slice(next, next + BATCH).map(readKept);
}

const BATCH = 200;

const readKept = ({ layer, place }: Kept): Change => changeFrom(readPlace(layer, place));

/** The places that no newer journal has replaced, in the order of their commits. */
const latestPlaces = (view: View, of: (layer: Layer) => Map<string, Place>, kind: KeyedKind): Kept[] =>
  view.layers
    .toReversed()
    .flatMap((layer) =>
      [...of(layer)]
        .filter(([key]) => placeIn(view, kind, key)?.layer === layer)
        .map(([, place]) => ({ layer, place })),
    );

/** Keys whose record in the archive, if there is one, is no longer the latest; the first version has none there. */
const keysRewritten = (view: View, kind: KeyedKind): Set<string> =>
  new Set(
    view.layers.flatMap((layer) =>
      [...layer.low.data.keyed[kind]]
        .filter(([, { version, standing }]) => !isCounted(kind) || version !== 1 || standing === 'gone')
        .map(([key]) => key),
    ),
  );

/** A receipt is changed within a version, and a conversation may be erased again up to the same message. */
const isCounted = (kind: KeyedKind): boolean => kind !== 'receipt' && kind !== 'erasure';
