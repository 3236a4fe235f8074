import type { Day } from './day.js';
import type { OfficeCalendar } from './office-calendar.js';
import { minutesOf, timeOfMinutes } from './office-hours.js';
import type { OfficeHours } from './office-hours.js';

interface Moment {
  day: Day;
  time: string;
}

/** Counts only the office's open hours: lunch, nights and days off stand still. `from.day` is a worked day. */
export const addWorkingHours = (
  from: Moment,
  count: number,
  { calendar, hours }: { calendar: OfficeCalendar; hours: OfficeHours },
): Moment => {
  let left = Math.ceil(count * 60);
  let { day } = from;
  let now = minutesOf(from.time);
  for (;;) {
    for (const opening of hours.openings(day)) {
      const start = Math.max(now, minutesOf(opening.from));
      const available = Math.max(0, minutesOf(opening.to) - start);
      if (left <= available) return { day, time: timeOfMinutes(start + left) };
      left -= available;
    }
    day = calendar.nextWorkingDay(day);
    now = 0;
  }
};
