import type { MessageReceipt } from '../conversations/records.js';
import { isTombstoned } from '../retention/erasure.js';
import type { Erasure, Tombstoned } from '../retention/erasure.js';
import type { Change } from '../store.js';

/** What the store has to know of a change to find it again; the change itself stays on the disk. */
export interface Head {
  kind: Change['kind'];
  /** Of an activity its conversation. */
  key: string;
  /** Milliseconds since 1970; 0 for state, which has no time of its own. */
  at: number;
  /** Of an activity its sequence; of a receipt 1 once it is answered; 0 where there are no versions. */
  version: number;
  standing: Standing;
  /** Of an erasure whose tombstone is kept: what it takes away. */
  erases?: { kind: Change['kind']; key: string };
}

/** `open`: belongs in the index of open work. `gone`: state that was deleted, a record that was erased. */
export type Standing = 'open' | 'done' | 'gone';

export const KEYED_KINDS = [
  'feedback',
  'survey',
  'dossier',
  'state',
  'receipt',
  'correction',
  'alias',
  'question',
  'answer',
  'audit',
  'erasure',
] as const;
export type KeyedKind = (typeof KEYED_KINDS)[number];

/** The kinds of which open work is kept. */
export const OPEN_KINDS = ['feedback', 'dossier', 'receipt'] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

export const headOf = (change: Change): Head => {
  if (isKeptWhole(change)) return keptWholeHead(change);
  if (change.kind === 'erasure') return erasureHead(change.record);
  switch (change.kind) {
    case 'feedback':
      return versioned(change.kind, change.record.code, change.record, change.record.state !== 'closed');
    case 'survey':
      return versioned(change.kind, change.record.id, change.record, false);
    case 'dossier':
      return versioned(change.kind, change.record.code, change.record, !isOver(change.record.status));
    case 'state':
      return { kind: 'state', key: change.key, at: 0, version: 0, ...stateStanding(change) };
    case 'activity':
      return logged(change.kind, change.record.conversationId, change.record.at, change.record.sequence);
    case 'receipt':
      return receiptHead(change.record);
  }
};

export const isKeyed = (kind: Change['kind']): kind is KeyedKind =>
  (KEYED_KINDS as readonly string[]).includes(kind);

export const isOpenKind = (kind: Change['kind']): kind is OpenKind =>
  (OPEN_KINDS as readonly string[]).includes(kind);

/** Found under what it took away; where nothing stays of that, it is that record's last change. */
const erasureHead = ({ of, key, at, version }: Erasure): Head => {
  const kind = of === 'conversation' ? 'activity' : of;
  if (!isTombstoned(of)) return { ...logged(kind, key, at, version), standing: 'gone' };
  return { ...logged('erasure', tombstoneKey(of, key), at, version), erases: { kind, key } };
};

export const tombstoneKey = (of: Tombstoned, key: string): string => `${of} ${key}`;

/** The tombstones of a kind of record are found under this name; null where nothing stays. */
export const erasableOf = (kind: Change['kind']): Tombstoned | null => {
  if (kind === 'activity') return 'conversation';
  return isTombstoned(kind) ? kind : null;
};

const receiptHead = ({ id, at, status }: MessageReceipt): Head => ({
  ...logged('receipt', id, at, status === 'taken' ? 0 : 1),
  standing: status === 'done' ? 'done' : 'open',
});

const stateStanding = ({ value }: Change & { kind: 'state' }): Pick<Head, 'standing'> => ({
  standing: value ? 'done' : 'gone',
});

type KeptWhole = Change & { kind: 'correction' | 'alias' | 'question' | 'answer' | 'audit' };

const isKeptWhole = (change: Change): change is KeptWhole =>
  ['correction', 'alias', 'question', 'answer', 'audit'].includes(change.kind);

/** Every version of a procedure is kept, so each has a key of its own; of an alias the latest. */
const keptWholeHead = (change: KeptWhole): Head => {
  if (change.kind === 'alias')
    return logged(change.kind, change.record.alias, change.record.at, change.record.version);
  if (change.kind === 'correction')
    return logged(change.kind, correctionKey(change.record), change.record.recordedAt, 1);
  if (change.kind === 'answer') return logged(change.kind, change.record.code, change.record.at, 0);
  return logged(change.kind, change.record.id, change.record.at, 1);
};

const correctionKey = ({ code, number }: { code: string; number: number }): string =>
  `${code}/${String(number)}`;

const isOver = (status: string): boolean => ['returned', 'refused', 'stopped'].includes(status);

const versioned = (
  kind: Change['kind'],
  key: string,
  record: { receivedAt: string; version: number },
  open: boolean,
): Head => ({
  kind,
  key,
  at: Date.parse(record.receivedAt),
  version: record.version,
  standing: open ? 'open' : 'done',
});

const logged = (kind: Change['kind'], key: string, at: string, version: number): Head => ({
  kind,
  key,
  at: Date.parse(at),
  version,
  standing: 'done',
});
