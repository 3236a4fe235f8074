import { DomainError } from '../../data/domain-error.js';
import { isTombstoned } from '../../data/retention/erasure.js';
import type { Erasure } from '../../data/retention/erasure.js';
import type { Change, QuietConversation } from '../../data/store.js';
import type { Tables } from './memory-store.js';

/** Takes away what was judged, or throws `store.conflict` when it has moved on. */
export const erase = (tables: Tables, erasure: Erasure): void => {
  const { of, key, version } = erasure;
  if (hasVersions(of) && storedVersion(tables, erasure) !== version)
    throw new DomainError('store.conflict', `${of} ${key} has moved on.`);
  if (of === 'conversation') tables.activity.delete(key);
  else if (of === 'audit') tables.audit = tables.audit.filter(({ id }) => id !== key);
  else tables[of].delete(key);
  if (isTombstoned(of)) tables.erasure.set(`${of} ${key}`, erasure);
};

export const refuseErased = (tables: Tables, change: Change): void => {
  if (change.kind !== 'feedback' && change.kind !== 'survey' && change.kind !== 'dossier') return;
  const key = change.kind === 'survey' ? change.record.id : change.record.code;
  if (tables.erasure.has(`${change.kind} ${key}`))
    throw new DomainError('store.conflict', `${key} was erased.`);
};

/** An erased conversation goes on from its last sequence. */
export const lastSequenceIn = ({ activity, erasure }: Tables, conversationId: string): number =>
  activity.get(conversationId)?.at(-1)?.sequence ??
  erasure.get(`conversation ${conversationId}`)?.version ??
  0;

export async function* quietConversations(
  { activity }: Tables,
  before: Date,
): AsyncGenerator<QuietConversation> {
  for (const [conversationId, logged] of [...activity]) {
    const last = logged.at(-1);
    if (last && Date.parse(last.at) < before.getTime())
      yield await Promise.resolve({ conversationId, lastSequence: last.sequence, lastAt: last.at });
  }
}

const storedVersion = (tables: Tables, { of, key }: Erasure): number => {
  if (of === 'conversation') return lastSequenceIn(tables, key);
  if (of === 'audit') return tables.audit.some(({ id }) => id === key) ? 1 : 0;
  if (!isTombstoned(of)) return tables[of].has(key) ? 1 : 0;
  return tables.erasure.has(`${of} ${key}`) ? Infinity : (tables[of].get(key)?.version ?? 0);
};

const hasVersions = (of: Erasure['of']): boolean => of !== 'receipt' && of !== 'answer';
