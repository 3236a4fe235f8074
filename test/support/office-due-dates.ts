import type { z } from 'zod';
import type { Day } from '../../data/calendar/day.js';
import type { TimingRules } from '../../data/dossiers/lateness/dossier-timing.js';
import { loadCalendarYears } from '../../data/load-calendar.js';
import { dueDateRulesOf } from '../../data/office/due-date-rules-of.js';
import { OfficeProfile } from '../../data/office/office-profile.js';

/** The rules of an office with the shipped calendar; a test names only what it is about. */
export const dueDateRules = (office: Partial<z.input<typeof OfficeProfile>> = {}) =>
  dueDateRulesOf(OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu', ...office }), loadCalendarYears());

/** How late dossiers are told on this day. */
export const lateOn = (today: Day): TimingRules => ({
  today,
  calendar: dueDateRules().calendar,
  lateness: OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu' }).lateness,
});

/** What the office's commands are given. */
export const sampleRules = () => ({
  office: OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu' }),
  dueDates: dueDateRules(),
});
