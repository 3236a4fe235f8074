import type { Change, Store } from '../../store.js';
import { digestOf, isSame } from './digest.js';
import type { Digest } from './digest.js';
import { isMark, markOf, unfinishedLoad } from './unfinished-load.js';

/** What is to be moved into a store. */
export interface Load {
  changes: () => AsyncIterable<Change>;
  digest: Digest;
  /** Asked at the end, where others can write to the source meanwhile. */
  isUnchanged?: () => Promise<boolean>;
}

/** How far a step is; of `total` changes. */
export type Progress = (step: 'load' | 'verify', done: number) => void;

export type Filled =
  | { outcome: 'filled'; resumed: boolean }
  /** The target holds records that did not come from here. */
  | { outcome: 'notEmpty' }
  /** The target holds part of another load that was never finished. */
  | { outcome: 'otherLoad' }
  /** Somebody wrote to the source meanwhile. */
  | { outcome: 'sourceChanged' }
  /** Read back, it is not what was loaded. */
  | { outcome: 'differs'; kept: Digest };

/**
 * Moves everything into an empty store and reads it back. Cut off in the middle and begun again with the same load, it
 * goes on; until it has ended the store is known to be unfinished. `last` is committed with its end.
 */
export const fillStore = async (
  target: Store,
  load: Load,
  last: readonly Change[],
  progress: Progress = () => undefined,
): Promise<Filled> => {
  const begun = await unfinishedLoad(target);
  if (begun && !isSame(begun, load.digest)) return { outcome: 'otherLoad' };
  if (!begun && !(await isEmpty(target))) return { outcome: 'notEmpty' };
  if (!begun) await target.commit([markOf(load.digest)]);
  await loadAll(target, load.changes(), (done) => {
    progress('load', done);
  });
  const kept = await digestOf(withoutMark(target.snapshot()), (done) => {
    progress('verify', done);
  });
  if (load.isUnchanged && !(await load.isUnchanged())) return { outcome: 'sourceChanged' };
  if (!isSame(kept, load.digest)) return { outcome: 'differs', kept };
  await target.commit([markOf(null), ...last]);
  return { outcome: 'filled', resumed: begun !== null };
};

/** Bounds what one list holds in memory, and what a kill may leave to be done again. */
const CHANGES_A_LIST = 500;

const loadAll = async (
  target: Store,
  changes: AsyncIterable<Change>,
  seen: (count: number) => void,
): Promise<void> => {
  let list: Change[] = [];
  let done = 0;
  const flush = async (): Promise<void> => {
    await target.load(list);
    seen((done += list.length));
    list = [];
  };
  for await (const change of changes) {
    list.push(change);
    if (list.length === CHANGES_A_LIST) await flush();
  }
  if (list.length > 0) await flush();
};

const isEmpty = async (store: Store): Promise<boolean> => {
  for await (const _first of store.snapshot()) return false;
  return true;
};

async function* withoutMark(changes: AsyncIterable<Change>): AsyncGenerator<Change> {
  for await (const change of changes) if (!isMark(change)) yield change;
}
