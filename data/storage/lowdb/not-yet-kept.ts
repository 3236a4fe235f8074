import { canonicalJson } from '../../canonical-json.js';
import type { Change } from '../../store.js';
import { changeFrom } from './archive/table.js';
import { headOf, isKeyed } from '../head.js';
import type { Head } from '../head.js';
import { activitiesAfter, readLatest, versionIn } from './view.js';
import type { View } from './view.js';

/** Of changes that were kept elsewhere those this store does not hold in this or a later version. */
export const notYetKept = (view: View, changes: readonly Change[]): Change[] => {
  const sequences = createSequences(view);
  return changes.filter((change) => {
    const head = headOf(change);
    return change.kind === 'activity' ? !sequences(head.key).has(head.version) : !isKept(view, head, change);
  });
};

/** Of what has no versions only the same counts as kept. */
const isKept = (view: View, { kind, key, version }: Head, change: Change): boolean => {
  const keptVersion = versionIn(view, kind, key);
  if (version > 0 || keptVersion > 0) return keptVersion >= version;
  const kept = isKeyed(kind) ? readLatest(view, kind, key) : null;
  return kept !== null && canonicalJson(changeFrom(kept)) === canonicalJson(change);
};

/** The sequences kept of a conversation, read once for all its activities. */
const createSequences = (view: View) => {
  const read = new Map<string, Set<number>>();
  return (conversationId: string): Set<number> => {
    const known =
      read.get(conversationId) ??
      new Set(activitiesAfter(view, conversationId, 0).map((json) => headOf(changeFrom(json)).version));
    read.set(conversationId, known);
    return known;
  };
};
