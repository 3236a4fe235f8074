import { DomainError } from '../../domain-error.js';
import type { Change, Store } from '../../store.js';
import { Digest } from './digest.js';

/** Kept as state while a store is being filled: what is in it then is only a part. */
const KEY = 'storage/unfinished-load';

export const markOf = (digest: Digest | null): Change => ({
  kind: 'state',
  key: KEY,
  value: digest && { ...digest },
});

export const isMark = (change: Change): boolean => change.kind === 'state' && change.key === KEY;

/** What is being moved into the store; null when nothing is. */
export const unfinishedLoad = async (store: Store): Promise<Digest | null> => {
  const { [KEY]: digest } = await store.state.read([KEY]);
  return digest === undefined ? null : Digest.parse(digest);
};

/** Throws DomainError `store.unfinished`: nobody may serve or copy a part as if it were the whole. */
export const refuseUnfinished = async (store: Store): Promise<void> => {
  if (await unfinishedLoad(store))
    throw new DomainError('store.unfinished', 'A restore or a move into this storage has not ended.');
};
