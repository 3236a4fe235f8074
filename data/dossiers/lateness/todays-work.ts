import { z } from 'zod';
import { Day } from '../../calendar/day.js';
import type { Store } from '../../store.js';
import type { Dossier } from '../dossier.js';
import { dossierTiming } from './dossier-timing.js';
import type { DossierTiming, TimingRules } from './dossier-timing.js';
import { LateNotice, lateNoticeKey } from './late-notice.js';

/**
 * `overdue`: the promised day has passed and no apology covers it; `dueNext`: due today or on the next working day, the
 * apology is owed now; `dueSoon`: late if nothing happens within the days set; `waiting`: for the applicant; `stuck`.
 */
export const WORK_KINDS = ['overdue', 'dueNext', 'dueSoon', 'waiting', 'stuck'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

export const WorkItem = z.strictObject({
  kind: z.enum(WORK_KINDS),
  code: z.string(),
  procedureName: z.string(),
  unit: z.string().nullable(),
  dueDate: Day.nullable(),
  requested: z.string().nullable(),
  /** The applicant has asked about it and was told that staff know. */
  asked: LateNotice.nullable(),
});
export type WorkItem = z.infer<typeof WorkItem>;

/** Every open dossier somebody has to look at on this day, the most pressing first; the same for the command and for pages. */
export const todaysWork = async (
  { dossiers, state }: Pick<Store, 'dossiers' | 'state'>,
  rules: TimingRules,
): Promise<WorkItem[]> => {
  const items: WorkItem[] = [];
  for await (const dossier of dossiers.open()) {
    const timing = dossierTiming(dossier, rules);
    const kind = kindOf(timing, rules);
    if (kind !== null) items.push(itemOf(kind, dossier, timing));
  }
  const notices = await state.read(items.map(({ code }) => lateNoticeKey(code)));
  return items
    .map((item) => ({ ...item, asked: LateNotice.safeParse(notices[lateNoticeKey(item.code)]).data ?? null }))
    .sort(byPressure);
};

const kindOf = (
  { state, dueDate, stuck }: DossierTiming,
  { today, calendar }: TimingRules,
): WorkKind | null => {
  if (state === 'overdue' || state === 'waiting') return state;
  if (state === 'dueSoon' && dueDate !== null)
    return dueDate <= calendar.nextWorkingDay(today) ? 'dueNext' : 'dueSoon';
  return stuck ? 'stuck' : null;
};

const itemOf = (
  kind: WorkKind,
  { code, procedureName, unit, requested }: Dossier,
  { dueDate }: DossierTiming,
): WorkItem => ({ kind, code, procedureName, unit, dueDate, requested, asked: null });

const byPressure = (one: WorkItem, other: WorkItem): number =>
  WORK_KINDS.indexOf(one.kind) - WORK_KINDS.indexOf(other.kind) ||
  compare(one.dueDate ?? '', other.dueDate ?? '') ||
  compare(one.code, other.code);

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
