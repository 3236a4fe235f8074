import { dayOf } from '../../calendar/day.js';
import type { Day } from '../../calendar/day.js';
import type { OfficeCalendar } from '../../calendar/office-calendar.js';
import { workingDaysAfter, workingDaysBetween } from '../../calendar/working-days-between.js';
import type { OfficeProfile } from '../../office/office-profile.js';
import type { Apology } from './apology.js';
import type { Dossier } from '../dossier.js';
import { isRunning } from '../running.js';
import { isWaiting } from '../received/receive-dossier.js';

/**
 * Computed for a day, never kept: `waiting` while the applicant is asked for something, `dueSoon` and `overdue` by the
 * day promised now, `ended` when the office has nothing left to do.
 */
export interface DossierTiming {
  state: 'ended' | 'waiting' | 'noDueDate' | 'onTime' | 'dueSoon' | 'overdue';
  /** The day promised now: the slip's, moved by an apology and by the working days the clock stood still. */
  dueDate: Day | null;
  /** The last one given; null: none. */
  apology: Apology | null;
  /** No movement for longer than the office allows. */
  stuck: boolean;
}

export interface TimingRules {
  today: Day;
  calendar: OfficeCalendar;
  lateness: OfficeProfile['lateness'];
}

export const dossierTiming = (dossier: Dossier, rules: TimingRules): DossierTiming => {
  const dueDate = promisedDay(dossier, rules.calendar);
  return {
    state: stateOf(dossier, dueDate, rules),
    dueDate,
    apology: dossier.apologies.at(-1) ?? null,
    stuck: isStuck(dossier, rules),
  };
};

/** An apology counts until the source itself gives another day than the one that was missed. */
const promisedDay = (dossier: Dossier, calendar: OfficeCalendar): Day | null => {
  if (dossier.dueDate === null) return null;
  const since = dossier.apologies.findLast(({ missed }) => missed >= (dossier.dueDate ?? ''));
  const stood = dossier.waits
    .filter(({ from, dueDate }) => dueDate === dossier.dueDate && (!since || from >= since.at))
    .reduce((days, { from, to }) => days + (to === null ? 0 : daysStood(from, to, calendar)), 0);
  return workingDaysAfter(since?.newDate ?? dossier.dueDate, stood, calendar);
};

const daysStood = (from: string, to: string, calendar: OfficeCalendar): number =>
  workingDaysBetween(dayOf(new Date(from)), dayOf(new Date(to)), calendar);

const stateOf = (
  dossier: Dossier,
  dueDate: Day | null,
  { today, calendar, lateness }: TimingRules,
): DossierTiming['state'] => {
  if (isWaiting(dossier)) return 'waiting';
  if (!isRunning(dossier)) return 'ended';
  if (dueDate === null) return 'noDueDate';
  if (dueDate < today) return 'overdue';
  return dueDate <= workingDaysAfter(today, lateness.dueSoonDays, calendar) ? 'dueSoon' : 'onTime';
};

const isStuck = (dossier: Dossier, { today, calendar, lateness }: TimingRules): boolean =>
  isRunning(dossier) &&
  workingDaysBetween(dayOf(new Date(dossier.movedAt ?? dossier.asOf)), today, calendar) >= lateness.stuckDays;
