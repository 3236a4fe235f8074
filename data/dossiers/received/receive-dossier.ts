import { instant } from '../../calendar/day.js';
import type { Instant } from '../../calendar/day.js';
import type { DossierDraft } from './dossier-draft.js';
import type { Dossier, DossierStatus, DossierWait } from '../dossier.js';

export interface Received {
  outcome: 'new' | 'changed' | 'unchanged';
  dossier: Dossier;
}

/** Asked for something: the applicant's turn, the office's clock stands still. */
export const isWaiting = ({ status }: Pick<Dossier, 'status'>): boolean => AWAITED.includes(status);

const AWAITED: readonly DossierStatus[] = ['supplementRequested', 'paymentRequested'];
const DONE: readonly DossierStatus[] = ['finished', 'returned'];

/**
 * What is kept of a dossier after a source spoke of it, however it came. What the source leaves out is not taken away:
 * the check, the promised day, what the office itself has noted. The same said again is `unchanged`.
 */
export const receiveDossier = (
  kept: Dossier | null,
  draft: DossierDraft,
  { source, at }: { source: string; at: Date },
): Received => {
  const now = instant(at);
  const said = kept === null ? { ...draft, finishedAt: draft.finishedAt ?? null } : addedTo(kept, draft, now);
  if (kept !== null && SAID.every((key) => kept[key] === said[key]))
    return { outcome: 'unchanged', dossier: kept };
  const own = kept ?? NOTHING_KEPT;
  return {
    outcome: kept === null ? 'new' : 'changed',
    dossier: {
      ...said,
      version: own.version + 1,
      waits: waitsAfter(own.waits, said, now),
      apologies: own.apologies,
      movedAt: own.status === said.status && own.unit === said.unit ? own.movedAt : now,
      asOf: now,
      source,
    },
  };
};

const NOTHING_KEPT = { version: 0, waits: [], apologies: [], movedAt: null, status: null, unit: null };

const addedTo = (kept: Dossier, draft: DossierDraft, now: Instant) => ({
  ...draft,
  dueDate: draft.dueDate ?? kept.dueDate,
  phoneLast4: draft.phoneLast4 ?? kept.phoneLast4,
  identityLast4: draft.identityLast4 ?? kept.identityLast4,
  finishedAt: finishedAt(kept, draft, now),
});

const SAID = [
  'procedureCode',
  'procedureName',
  'status',
  'receivedAt',
  'dueDate',
  'unit',
  'requested',
  'phoneLast4',
  'identityLast4',
  'finishedAt',
] as const satisfies readonly (keyof Dossier)[];

/** Seen to be done now; what was done when we first heard of it has finished we do not know when. */
const finishedAt = (kept: Dossier, draft: DossierDraft, now: Instant): Instant | null => {
  if (!DONE.includes(draft.status)) return null;
  return draft.finishedAt ?? (DONE.includes(kept.status) ? kept.finishedAt : now);
};

const waitsAfter = (
  waits: readonly DossierWait[],
  { status, dueDate }: Pick<Dossier, 'status' | 'dueDate'>,
  now: Instant,
): DossierWait[] => {
  const open = waits.at(-1)?.to === null;
  if (isWaiting({ status })) return open ? [...waits] : [...waits, { from: now, to: null, dueDate }];
  return waits.map((wait) => (wait.to === null ? { ...wait, to: now } : wait));
};
