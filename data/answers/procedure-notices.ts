import { formatDay } from '../calendar/day.js';
import type { Day } from '../calendar/day.js';
import { inLocale } from '../language/locale.js';
import type { Locale } from '../language/locale.js';
import type { OfficeProfile } from '../office/office-profile.js';
import type { Procedure } from '../procedures/procedure.js';
import type { Say } from '../texts/texts.js';
import type { Card } from './card.js';

type Notices = Card['notices'];

/** What a citizen must hear before the answer: paused, not yet open, name only, sources that disagree. */
export const procedureNotices = (
  procedure: Procedure,
  { office, say, locale, today }: { office: OfficeProfile; say: Say; locale: Locale; today: Day },
): Notices => [
  ...office.paused
    .filter(({ procedure: code, until }) => code === procedure.code && (until === null || today <= until))
    .map(({ reason, until }) =>
      warning(
        say('procedure.underReview', {
          reason,
          until: until ? formatDay(until) : say('procedure.furtherNotice'),
        }),
      ),
    ),
  ...procedure.notices
    .filter(({ to }) => to === null || today <= to)
    .map(({ kind, text }) => ({
      tone: kind === 'information' ? ('info' as const) : ('warning' as const),
      text: inLocale(text, locale),
    })),
  ...(procedure.replacedBy ? [warning(say('procedure.replacedBy', { code: procedure.replacedBy }))] : []),
  ...(procedure.detail === 'nameOnly' ? [warning(say('procedure.nameOnly'))] : []),
  ...(procedure.processingTime.unreconciled ? [warning(say('procedure.unreconciled'))] : []),
  ...procedure.conflicts
    .filter(({ matters }) => matters)
    .map(({ text }) => ({ tone: 'info' as const, text: inLocale(text, locale) })),
];

const warning = (text: string): Notices[number] => ({ tone: 'warning', text });
