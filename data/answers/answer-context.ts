import type { Day } from '../calendar/day.js';
import type { DueDateRules } from '../calendar/due-date-rules.js';
import type { UsualTimes } from '../dossiers/lateness/usual-times.js';
import type { Locale } from '../language/locale.js';
import type { OfficeProfile } from '../office/office-profile.js';
import type { EditionName } from '../procedures/catalogue.js';
import type { Say } from '../texts/texts.js';

/** Whose answer it is, in which language, on which day. */
export interface AnswerContext {
  office: OfficeProfile;
  say: Say;
  locale: Locale;
  /** When the reader would file: now. */
  now: Date;
  today: Day;
  dueDates: DueDateRules;
  usualTimes: Pick<UsualTimes, 'of'>;
  edition: EditionName;
}
