import type { Duration } from '../procedures/processing-time.js';
import { addDays } from './day.js';
import type { Day } from './day.js';
import type { DueDateRules } from './due-date-rules.js';
import { addWorkingHours, firstOpenTime } from './working-hours.js';

interface TermStart {
  /** A worked day. */
  countsFrom: Day;
  /** The time of filing, or null when the dossier counts from the opening of `countsFrom`. */
  time: string | null;
}

export interface TermEnd {
  /** The first day counted; for hours the day they start on. */
  firstDay: Day;
  /** Only for terms in hours: when they start and end, `HH:MM`. */
  firstTime: string | null;
  dueDate: Day;
  dueTime: string | null;
  /** The day off on which a term in calendar days ended, before it moved on. */
  endedOn: Day | null;
}

type Term = (start: TermStart, value: number, rules: DueDateRules) => TermEnd;

/** A part of a day ends with the day. */
const workingDays: Term = ({ countsFrom }, value, { calendar, counting }) => {
  const firstDay = counting.countsFilingDay ? countsFrom : calendar.nextWorkingDay(countsFrom);
  let day = firstDay;
  for (let counted = 1; counted < value; counted += 1) day = calendar.nextWorkingDay(day);
  return { firstDay, firstTime: null, dueDate: day, dueTime: null, endedOn: null };
};

const calendarDays: Term = ({ countsFrom }, value, { calendar, counting }) => {
  const firstDay = counting.countsFilingDay ? countsFrom : addDays(countsFrom, 1);
  const end = addDays(firstDay, Math.ceil(value) - 1);
  const moves = counting.endOnDayOff === 'nextWorkingDay' && !calendar.facts(end).worked;
  return {
    firstDay,
    firstTime: null,
    dueDate: moves ? calendar.nextWorkingDay(end) : end,
    dueTime: null,
    endedOn: moves ? end : null,
  };
};

/** Counted from the moment of filing (Bộ luật Dân sự 2015, Điều 147), while the office is open. */
const workingHours: Term = ({ countsFrom, time }, value, { calendar, hours, counting }) => {
  const begun = firstOpenTime(hours.openings(countsFrom), time ?? '00:00');
  const firstDay = begun === null ? calendar.nextWorkingDay(countsFrom) : countsFrom;
  const firstTime = begun ?? firstOpenTime(hours.openings(firstDay), '00:00') ?? '00:00';
  const from = { day: firstDay, time: firstTime };
  const end = addWorkingHours(from, value, { calendar, hours, ...counting });
  return { firstDay, firstTime, dueDate: end.day, dueTime: end.time, endedOn: null };
};

export const terms: Record<Duration['unit'], Term> = {
  workingDay: workingDays,
  day: calendarDays,
  hour: workingHours,
};
