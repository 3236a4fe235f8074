import type { Day } from './day.js';
import type { OfficeCalendar } from './office-calendar.js';
import { minutesOf, timeOfMinutes } from './office-hours.js';
import type { OfficeHours, Opening } from './office-hours.js';

interface Moment {
  day: Day;
  time: string;
}

interface Rules {
  calendar: OfficeCalendar;
  hours: OfficeHours;
  hoursAWorkingDay: number;
}

/**
 * Counts only open hours: lunch, nights and days off stand still. Every worked day is worth the same number of hours,
 * so that a limit in hours and one in working days agree in an office that is open for longer or shorter; a half day is
 * worth the part of its usual hours that is left.
 * `from.day` is a worked day.
 */
export const addWorkingHours = (from: Moment, count: number, rules: Rules): Moment => {
  const { calendar, hours, hoursAWorkingDay } = rules;
  let left = count / hoursAWorkingDay;
  let { day } = from;
  let now = minutesOf(from.time);
  for (;;) {
    const openings = hours.openings(day);
    const whole = openMinutes(hours.usual(day), 0);
    const available = openMinutes(openings, now);
    const needed = Math.round(left * whole);
    if (needed <= available) return { day, time: timeOfMinutes(endOf(openings, now, needed)) };
    left -= available / whole;
    day = calendar.nextWorkingDay(day);
    now = 0;
  }
};

/** The opening in which work on it begins: at once, after lunch, or in the morning; null after closing. */
export const firstOpenTime = (openings: readonly Opening[], time: string): string | null => {
  const opening = openings.find(({ to }) => time < to);
  if (opening === undefined) return null;
  return time < opening.from ? opening.from : time;
};

const openMinutes = (openings: readonly Opening[], now: number): number =>
  openings.reduce(
    (sum, { from, to }) => sum + Math.max(0, minutesOf(to) - Math.max(now, minutesOf(from))),
    0,
  );

const endOf = (openings: readonly Opening[], now: number, needed: number): number => {
  let left = needed;
  let end = now;
  for (const { from, to } of openings) {
    const start = Math.max(now, minutesOf(from));
    const available = Math.max(0, minutesOf(to) - start);
    if (available === 0) continue;
    end = start + Math.min(left, available);
    left -= Math.min(left, available);
    if (left === 0) break;
  }
  return end;
};
