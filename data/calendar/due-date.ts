import type { Duration } from '../procedures/processing-time.js';
import { addDays, dayOf, timeOf } from './day.js';
import type { Day } from './day.js';
import type { DueDateRules } from './due-date-rules.js';
import { terms } from './terms.js';
import type { TermEnd } from './terms.js';

export interface NamedDay {
  day: Day;
  name: string;
}

/** The promised day and the whole sum, so that it can be shown and checked. */
export interface DueDate extends TermEnd {
  filed: { day: Day; time: string };
  /** The day the dossier counts as filed. */
  countsFrom: Day;
  /** Why `countsFrom` is not the day of filing. */
  moved: 'dayOff' | 'afterClosing' | 'afterCutOff' | null;
  /** Named days off that made the sum longer; weekends are left out. */
  skipped: NamedDay[];
  /** Saturdays worked in place of another day that made it shorter. */
  madeUp: NamedDay[];
  /** Days in the sum of which no official plan is known. */
  unofficial: Day[];
}

/** A term of at most a working day is one of the "same day" procedures. */
const isSameDay = ({ unit, value }: Duration, { counting }: DueDateRules): boolean =>
  unit === 'hour' && value <= counting.hoursAWorkingDay;

/** What is counted and from where: see counting-rules.ts for the law. */
export const dueDate = (filedAt: Date, duration: Duration, rules: DueDateRules): DueDate => {
  const filed = { day: dayOf(filedAt), time: timeOf(filedAt) };
  const moved = whyMoved(filed, duration, rules);
  const countsFrom = moved === null ? filed.day : rules.calendar.nextWorkingDay(filed.day);
  const start = { countsFrom, time: moved === null ? filed.time : null };
  const end = terms[duration.unit](start, duration.value, rules);
  return { filed, countsFrom, moved, ...end, ...namedDays([filed.day, countsFrom], duration, end, rules) };
};

const whyMoved = (
  { day, time }: DueDate['filed'],
  duration: Duration,
  rules: DueDateRules,
): DueDate['moved'] => {
  const { calendar, hours, cutOff, counting } = rules;
  if (!calendar.facts(day).worked) return 'dayOff';
  const closing = hours.openings(day).at(-1)?.to ?? '24:00';
  if (time >= closing && counting.afterClosing === 'nextWorkingDay') return 'afterClosing';
  const applies = cutOff.appliesTo === 'all' || isSameDay(duration, rules);
  return applies && time >= cutOff.hour ? 'afterCutOff' : null;
};

/** A term in calendar days counts days off too: only the ones it ends on matter. */
const namedDays = (
  [filedOn, countsFrom]: readonly [Day, Day],
  { unit }: Duration,
  { dueDate: due, endedOn }: TermEnd,
  { calendar }: DueDateRules,
): Pick<DueDate, 'skipped' | 'madeUp' | 'unofficial'> => {
  const inCalendarDays = unit === 'day';
  const counted = daysBetween(inCalendarDays ? (endedOn ?? due) : addDays(filedOn, 1), due);
  const uncertain = [...daysBetween(filedOn, countsFrom), ...counted];
  const named = (worked: boolean): NamedDay[] =>
    counted.flatMap((day) => {
      const facts = calendar.facts(day);
      return facts.worked === worked && facts.name !== null ? [{ day, name: facts.name }] : [];
    });
  return {
    skipped: named(false),
    madeUp: named(true),
    unofficial: [...new Set(uncertain)].filter((day) => !calendar.facts(day).official),
  };
};

const daysBetween = (from: Day, to: Day): Day[] => {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
