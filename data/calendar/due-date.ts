import type { Duration } from '../procedures/processing-time.js';
import { dayOf, timeOf } from './day.js';
import type { Day } from './day.js';
import { addDays } from './office-calendar.js';
import type { OfficeCalendar } from './office-calendar.js';
import type { OfficeHours } from './office-hours.js';
import { addWorkingHours } from './working-hours.js';

/** From which hour a dossier counts as filed on the next working day, and for which procedures. */
export interface CutOff {
  hour: string;
  appliesTo: 'sameDay' | 'all';
}

export interface DueDateRules {
  calendar: OfficeCalendar;
  hours: OfficeHours;
  cutOff: CutOff;
}

/** The promised day and the whole sum, so that it can be shown and checked. */
export interface DueDate {
  filed: { day: Day; time: string };
  /** The day the dossier counts as filed; not counted itself. */
  countsFrom: Day;
  /** Why `countsFrom` is not the day of filing. */
  moved: 'dayOff' | 'afterClosing' | 'afterCutOff' | null;
  /** The first day counted; for hours the day they start on. */
  firstDay: Day;
  dueDate: Day;
  /** Only for terms in hours. */
  dueTime: string | null;
  /** Named days off between filing and the due date; weekends are left out. */
  skipped: { day: Day; name: string }[];
  /** The day off on which a term in calendar days ended, before it moved on. */
  endedOn: Day | null;
  /** Days in the sum of which no official plan is known. */
  unofficial: Day[];
}

/** A term of at most a working day is one of the "same day" procedures. */
const HOURS_A_WORKING_DAY = 8;

/**
 * The day of filing is not counted (Bộ luật Dân sự 2015, Điều 147); a term in calendar days that ends on a day off
 * ends on the next working day (Điều 148); 8 office hours make a working day.
 */
export const dueDate = (filedAt: Date, duration: Duration, rules: DueDateRules): DueDate => {
  const { calendar } = rules;
  const filed = { day: dayOf(filedAt), time: timeOf(filedAt) };
  const moved = whyMoved(filed, duration, rules);
  const countsFrom = moved === null ? filed.day : calendar.nextWorkingDay(filed.day);
  const end = terms[duration.unit](
    { countsFrom, start: moved === null ? filed.time : null },
    duration.value,
    rules,
  );
  const between = daysAfter(filed.day, end.dueDate);
  return {
    filed,
    countsFrom,
    moved,
    ...end,
    skipped: between.flatMap((day) => {
      const { worked, name } = calendar.facts(day);
      return !worked && name !== null ? [{ day, name }] : [];
    }),
    unofficial: between.filter((day) => !calendar.facts(day).official),
  };
};

const whyMoved = (
  { day, time }: DueDate['filed'],
  { unit, value }: Duration,
  rules: DueDateRules,
): DueDate['moved'] => {
  const { calendar, hours, cutOff } = rules;
  if (!calendar.facts(day).worked) return 'dayOff';
  const closing = hours.openings(day).at(-1)?.to ?? '24:00';
  if (time >= closing) return 'afterClosing';
  const applies = cutOff.appliesTo === 'all' || (unit === 'hour' && value <= HOURS_A_WORKING_DAY);
  return applies && time >= cutOff.hour ? 'afterCutOff' : null;
};

interface Start {
  countsFrom: Day;
  /** The time of filing, or null when the dossier counts from the opening of `countsFrom`. */
  start: string | null;
}

type Term = (
  start: Start,
  value: number,
  rules: DueDateRules,
) => Pick<DueDate, 'firstDay' | 'dueDate' | 'dueTime' | 'endedOn'>;

const workingDays: Term = ({ countsFrom }, value, { calendar }) => {
  const firstDay = calendar.nextWorkingDay(countsFrom);
  let day = firstDay;
  for (let counted = 1; counted < value; counted += 1) day = calendar.nextWorkingDay(day);
  return { firstDay, dueDate: day, dueTime: null, endedOn: null };
};

const calendarDays: Term = ({ countsFrom }, value, { calendar }) => {
  const end = addDays(countsFrom, Math.ceil(value));
  const off = !calendar.facts(end).worked;
  return {
    firstDay: addDays(countsFrom, 1),
    dueDate: off ? calendar.nextWorkingDay(end) : end,
    dueTime: null,
    endedOn: off ? end : null,
  };
};

const workingHours: Term = ({ countsFrom, start }, value, { calendar, hours }) => {
  const end = addWorkingHours({ day: countsFrom, time: start ?? '00:00' }, value, { calendar, hours });
  return { firstDay: countsFrom, dueDate: end.day, dueTime: end.time, endedOn: null };
};

const terms: Record<Duration['unit'], Term> = {
  workingDay: workingDays,
  day: calendarDays,
  hour: workingHours,
};

const daysAfter = (from: Day, to: Day): Day[] => {
  const days: Day[] = [];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
