import type { CalendarYear, DayKind } from './calendar-year.js';
import { addDays, weekdayOf } from './day.js';
import type { Day } from './day.js';

interface DayFacts {
  worked: boolean;
  /** Why it is off or worked out of turn: a holiday's name; null for plain weekdays and weekends. */
  name: string | null;
  kind: DayKind | 'weekend' | 'weekday';
  /** False: the day, or its whole year, has no official announcement yet. */
  official: boolean;
}

export interface OfficeCalendar {
  facts(day: Day): DayFacts;
  /** The next worked day after this one. */
  nextWorkingDay(day: Day): Day;
}

/** `closed`: days on which this office alone is shut, with the reason. */
export const createOfficeCalendar = (
  years: readonly CalendarYear[],
  closed: ReadonlyMap<Day, string> = new Map(),
): OfficeCalendar => {
  const special = new Map(years.flatMap(({ days }) => days.map((day) => [day.date, day] as const)));
  const unconfirmed = new Set(years.flatMap((year) => year.unconfirmed.map(({ date }) => date)));
  const complete = new Set(years.filter((year) => year.complete).map(({ year }) => year));
  const facts = (day: Day): DayFacts => {
    const own = closed.get(day);
    if (own !== undefined) return { worked: false, name: own, kind: 'holiday', official: true };
    const known = special.get(day);
    const announced = complete.has(Number(day.slice(0, 4)));
    if (known)
      return {
        worked: known.kind === 'workedSaturday',
        name: known.name,
        kind: known.kind,
        official: known.official,
      };
    const weekend = isWeekend(day);
    return {
      worked: !weekend,
      name: null,
      kind: weekend ? 'weekend' : 'weekday',
      official: announced && !unconfirmed.has(day),
    };
  };
  const nextWorkingDay = (day: Day): Day => {
    let next = addDays(day, 1);
    while (!facts(next).worked) next = addDays(next, 1);
    return next;
  };
  return { facts, nextWorkingDay };
};

const isWeekend = (day: Day): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;
