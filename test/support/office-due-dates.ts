import { loadCalendarYears } from '../../data/load-calendar.js';
import { dueDateRulesOf } from '../../data/office/due-date-rules-of.js';
import { OfficeProfile } from '../../data/office/office-profile.js';

/** The rules of an office with the shipped calendar; a test names only what it is about. */
export const dueDateRules = (office: Partial<OfficeProfile> = {}) =>
  dueDateRulesOf(OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu', ...office }), loadCalendarYears());

/** What the office's commands are given. */
export const sampleRules = () => ({
  office: OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu' }),
  dueDates: dueDateRules(),
});
