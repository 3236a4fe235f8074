import type { CountingRules } from './counting-rules.js';
import type { OfficeCalendar } from './office-calendar.js';
import type { OfficeHours } from './office-hours.js';

/** From which hour a dossier counts as filed on the next working day, and for which procedures. */
interface CutOff {
  hour: string;
  appliesTo: 'sameDay' | 'all';
}

/** All that a due date depends on besides the limit and the moment of filing. */
export interface DueDateRules {
  calendar: OfficeCalendar;
  hours: OfficeHours;
  cutOff: CutOff;
  counting: CountingRules;
}
