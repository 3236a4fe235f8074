import { addDays } from './day.js';
import type { Day } from './day.js';
import type { OfficeCalendar } from './office-calendar.js';

/** Worked days after `from` up to and with `to`; 0 when `to` is not later. */
export const workingDaysBetween = (from: Day, to: Day, calendar: OfficeCalendar): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (calendar.facts(day).worked) count += 1;
  return count;
};

/** The n-th worked day after this one; the day itself for 0. */
export const workingDaysAfter = (day: Day, count: number, calendar: OfficeCalendar): Day => {
  let end = day;
  for (let counted = 0; counted < count; counted += 1) end = calendar.nextWorkingDay(end);
  return end;
};

export const workingDayBefore = (day: Day, calendar: OfficeCalendar): Day => {
  let before = addDays(day, -1);
  while (!calendar.facts(before).worked) before = addDays(before, -1);
  return before;
};
