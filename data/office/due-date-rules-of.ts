import type { CalendarYear } from '../calendar/calendar-year.js';
import type { DueDateRules } from '../calendar/due-date-rules.js';
import { createOfficeCalendar } from '../calendar/office-calendar.js';
import { createOfficeHours } from '../calendar/office-hours.js';
import type { OfficeProfile } from './office-profile.js';

/** The office's calendar, hours and settings. Its first counter is the one whose hours count. */
export const dueDateRulesOf = (
  { counters, closedDays, cutOff, counting }: OfficeProfile,
  years: readonly CalendarYear[],
): DueDateRules => ({
  calendar: createOfficeCalendar(
    years,
    new Map(closedDays.filter(({ open }) => open.length === 0).map(({ date, reason }) => [date, reason])),
  ),
  hours: createOfficeHours(
    counters[0]?.hours,
    new Map(closedDays.filter(({ open }) => open.length > 0).map(({ date, open }) => [date, open])),
  ),
  cutOff,
  counting,
});
