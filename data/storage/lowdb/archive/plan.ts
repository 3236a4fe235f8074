import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Change } from '../../../store.js';
import { isOpenKind, KEYED_KINDS } from '../../head.js';
import type { KeyedKind, OpenKind } from '../../head.js';
import { readPlace } from '../journal/layer.js';
import type { Layer } from '../journal/layer.js';
import { monthOfSegment } from '../journal/segment.js';
import type { Place } from '../journal/segment.js';
import { indexBase, monthInKey, monthNumber, monthOf, openBase, tableBase } from './archive.js';
import type { Archive, Located } from './archive.js';
import { hashOf } from './hash-file.js';
import { headIn, lineOf } from './table.js';

/** What has to change in the archive so that it holds all that the journals hold. */
export interface Plan {
  tables: Map<string, TablePlan>;
  indexes: Map<string, IndexPlan>;
}

export interface TablePlan {
  /** Lines to leave out: where they begin, how long they are. */
  cuts: Map<number, number>;
  puts: Put[];
}

export interface Put {
  key: string;
  /** Where it belongs in time's order; null: at the end. */
  at: number | null;
  /** Takes the place of a line that is cut here. */
  position: number | null;
  lines: () => Buffer;
}

export interface IndexPlan {
  added: { hash: number; month: number }[];
  /** How many entries of a `<hash> <month>` go. */
  removed: Map<string, number>;
}

/** `layers` from the oldest to the newest. */
export const planClosing = async (archive: Archive, layers: readonly Layer[]): Promise<Plan> => {
  const plan: Plan = { tables: new Map(), indexes: new Map() };
  for (const kind of KEYED_KINDS)
    await inTurns(latestOf(layers, kind), ([key, latest]) => {
      planRecord(plan, archive, kind, key, latest);
    });
  await inTurns(conversationsOf(layers), ([conversationId, conversation]) => {
    planConversation(plan, archive, conversationId, conversation);
  });
  return plan;
};

interface Kept {
  layer: Layer;
  place: Place;
}

const ITEMS_A_TURN = 200;

/** Planning reads the archive for each key; citizens' messages must get their turn in between. */
const inTurns = async <T>(items: Iterable<T>, work: (item: T) => void): Promise<void> => {
  let done = 0;
  for (const item of items) {
    work(item);
    if (++done % ITEMS_A_TURN === 0) await nextTurn();
  }
};

const latestOf = (layers: readonly Layer[], kind: KeyedKind): Map<string, Kept> => {
  const latest = new Map<string, Kept>();
  for (const layer of layers)
    for (const [key, place] of layer.low.data.keyed[kind]) latest.set(key, { layer, place });
  return latest;
};

interface Conversation {
  added: Kept[];
  /** Messages up to this sequence are erased. */
  erased: number;
}

const conversationsOf = (layers: readonly Layer[]): Map<string, Conversation> => {
  const conversations = new Map<string, Conversation>();
  const known = (id: string): Conversation => conversations.get(id) ?? { added: [], erased: 0 };
  for (const layer of layers) {
    for (const [id, erased] of layer.low.data.erased)
      conversations.set(id, {
        added: known(id).added.filter(({ place }) => place.version > erased),
        erased,
      });
    for (const [id, places] of layer.low.data.conversations) {
      const { added, erased } = known(id);
      conversations.set(id, { added: [...added, ...places.map((place) => ({ layer, place }))], erased });
    }
  }
  return conversations;
};

const planRecord = (plan: Plan, archive: Archive, kind: KeyedKind, key: string, kept: Kept): void => {
  const stored = archive.locate(kind, key);
  const home = homeOf(kind, kept);
  if (stored) cut(plan, tableBase(stored.month, kind), stored);
  if (home !== null) {
    const at = isInTimesOrder(kind) ? kept.place.at : null;
    put(plan, tableBase(home, kind), key, at, kept, stored?.month === home ? samePlace(stored, at) : null);
  }
  planIndex(plan, kind, key, stored?.month ?? null, home);
  if (isOpenKind(kind)) planOpen(plan, archive, kind, key, kept);
};

const planOpen = (plan: Plan, archive: Archive, kind: OpenKind, key: string, kept: Kept): void => {
  const { at, standing } = kept.place;
  const listed = archive.locateOpen(kind, key);
  if (listed) cut(plan, openBase(kind), listed);
  if (standing === 'open') put(plan, openBase(kind), key, at, kept, samePlace(listed, at));
};

/** The month a record is kept in; null when it is gone. State has no time of its own and goes with its journal. */
const homeOf = (kind: KeyedKind, { layer, place }: Kept): string | null => {
  if (place.standing === 'gone') return null;
  return kind === 'state' ? monthOfSegment(layer.low.data) : monthOf(place.at);
};

const samePlace = (stored: Located | null, at: number | null): number | null =>
  stored?.head.at === at ? stored.start : null;

/** Of an erased conversation every block is looked at, else only those of months that get more. */
const planConversation = (
  plan: Plan,
  archive: Archive,
  id: string,
  { added, erased }: Conversation,
): void => {
  const blocks = archive.blocks(id);
  const touched = [
    ...added.map(({ place }) => monthOf(place.at)),
    ...(erased > 0 ? blocks.map(({ month }) => month) : []),
  ];
  for (const month of new Set(touched)) {
    const block = blocks.find((one) => one.month === month);
    const kept = (block?.changes ?? []).filter((change) => erased === 0 || headIn(change).version > erased);
    const more = added.filter(({ place }) => monthOf(place.at) === month);
    const base = tableBase(month, 'activity');
    if (block) cut(plan, base, block);
    planIndex(plan, 'activity', id, block ? month : null, kept.length + more.length > 0 ? month : null);
    if (kept.length + more.length === 0) continue;
    const lines = () =>
      Buffer.concat([
        ...kept.map(lineOf),
        ...more.map(({ layer, place }) => lineOf(readPlace(layer, place))),
      ]);
    tableOf(plan, base).puts.push({ key: id, at: null, position: null, lines });
  }
};

const planIndex = (
  plan: Plan,
  kind: Change['kind'],
  key: string,
  before: string | null,
  after: string | null,
): void => {
  if (before === after) return;
  const index = plan.indexes.get(indexBase(kind)) ?? { added: [], removed: new Map<string, number>() };
  plan.indexes.set(indexBase(kind), index);
  const hash = hashOf(key);
  const led = monthInKey(kind, key);
  if (before !== null && before !== led) {
    const entry = indexEntryName(hash, monthNumber(before));
    index.removed.set(entry, (index.removed.get(entry) ?? 0) + 1);
  }
  if (after !== null && after !== led) index.added.push({ hash, month: monthNumber(after) });
};

export const indexEntryName = (hash: number, month: number): string => `${String(hash)} ${String(month)}`;

/** State and conversations are only ever asked for by key. */
const isInTimesOrder = (kind: KeyedKind): boolean => kind !== 'state';

const tableOf = (plan: Plan, base: string): TablePlan => {
  const table = plan.tables.get(base) ?? { cuts: new Map(), puts: [] };
  plan.tables.set(base, table);
  return table;
};

const cut = (plan: Plan, base: string, { start, length }: Pick<Located, 'start' | 'length'>): void => {
  tableOf(plan, base).cuts.set(start, length);
};

const put = (
  plan: Plan,
  base: string,
  key: string,
  at: number | null,
  { layer, place }: Kept,
  position: number | null = null,
): void => {
  tableOf(plan, base).puts.push({ key, at, position, lines: () => lineOf(readPlace(layer, place)) });
};
