import type { Change } from '../../store.js';
import { headOf } from '../head.js';
import type { Head } from '../head.js';
import { keyText } from './key-text.js';

/** A change as the functions of the migrations take it; of the type `change` there. */
interface ChangeRow {
  kind: Change['kind'];
  action: 'next' | 'put' | 'append' | 'drop' | 'erase';
  key: string;
  version: number;
  at: string;
  open: boolean;
  unit: string | null;
  due: string | null;
  record: string;
  erased_kind: string | null;
  erased_key: string | null;
}

/** In the order of their keys, whatever it was: two commits that want the same rows must not wait for each other. */
export const changeRows = (changes: readonly Change[]): ChangeRow[] =>
  changes.map(rowOf).sort((one, other) => compare(lockName(one), lockName(other)));

const rowOf = (change: Change): ChangeRow => {
  const head = headOf(change);
  return {
    kind: head.kind,
    action: actionOf(head),
    key: keyText(head.key),
    version: isErasedUnjudged(head) ? 0 : head.version,
    at: new Date(head.at).toISOString(),
    open: head.standing === 'open',
    ...dossierColumns(change),
    record: JSON.stringify(change.kind === 'state' ? change.value : change.record),
    erased_kind: head.erases?.kind ?? null,
    erased_key: head.erases ? keyText(head.erases.key) : null,
  };
};

const actionOf = ({ kind, version, standing, erases }: Head): ChangeRow['action'] => {
  if (erases) return 'erase';
  if (standing === 'gone') return 'drop';
  if (kind === 'activity') return 'append';
  return kind === 'receipt' || version === 0 ? 'put' : 'next';
};

/** An erasure of a receipt or an answer names any version. */
const isErasedUnjudged = ({ kind, standing }: Head): boolean =>
  standing === 'gone' && (kind === 'receipt' || kind === 'answer');

const dossierColumns = (change: Change): Pick<ChangeRow, 'unit' | 'due'> => {
  if (change.kind !== 'dossier') return { unit: null, due: null };
  const { unit, dueDate } = change.record;
  return { unit: unit === null ? null : keyText(unit), due: dueDate };
};

/** Sorting is stable: versions of one key stay in their order. */
const lockName = ({ kind, key, erased_kind, erased_key }: ChangeRow): string =>
  `${erased_kind ?? kind} ${erased_key ?? key}`;

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
