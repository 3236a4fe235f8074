import { resolve } from 'node:path';
import { calendarFolder, loadCalendarYears } from '../../data/load-calendar.js';
import { loadOffice } from '../../data/load-office.js';
import { dueDateRulesOf } from '../../data/office/due-date-rules-of.js';
import type { OfficeProfile } from '../../data/office/office-profile.js';
import { settings } from '../settings.js';
import type { OfficeRules } from './office-command.js';

/** The office's profile and calendar as the settings name them; `cutOff` tries the other kind. */
export const officeRules = (cutOff?: OfficeProfile['cutOff']['appliesTo']): OfficeRules => {
  const { OFFICE_PROFILE, DATA_DIR } = settings();
  const profile = loadOffice(OFFICE_PROFILE);
  const office =
    cutOff === undefined ? profile : { ...profile, cutOff: { ...profile.cutOff, appliesTo: cutOff } };
  return { office, dueDates: dueDateRulesOf(office, loadCalendarYears(calendarFolder(resolve(DATA_DIR)))) };
};
