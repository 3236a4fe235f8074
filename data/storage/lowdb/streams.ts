import type { Change } from '../../store.js';
import { changeFrom } from './archive/table.js';
import { headOf, isKeyed } from './head.js';
import type { KeyedKind, OpenKind } from './head.js';
import { readPlace } from './journal/layer.js';
import type { Layer } from './journal/layer.js';
import type { Place } from './journal/segment.js';
import { placeIn } from './view.js';
import type { View } from './view.js';

/** The latest changes of a kind with `from` ≤ time ≤ `to` (milliseconds), oldest first, as they were at the start. */
export const streamRange = (
  view: View,
  kind: Change['kind'],
  from: number,
  to: number,
): AsyncGenerator<Change[]> => {
  const open = isKeyed(kind) ? latestPlaces(view, (layer) => layer.low.data.keyed[kind], kind) : audits(view);
  const newer = isKeyed(kind) ? keysRewritten(view, kind) : new Set<string>();
  const inRange = open.filter(({ place }) => from <= place.at && place.at <= to);
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
  for (; next < open.length; next += BATCH) yield open.slice(next, next + BATCH).map(readKept);
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

const audits = (view: View): Kept[] =>
  view.layers.toReversed().flatMap((layer) => layer.low.data.audit.map((place) => ({ layer, place })));

/** Keys whose record in the archive, if there is one, is no longer the latest. */
const keysRewritten = (view: View, kind: KeyedKind): Set<string> =>
  new Set(
    view.layers.flatMap((layer) =>
      [...layer.low.data.keyed[kind]].filter(([, place]) => place.version > 1).map(([key]) => key),
    ),
  );
