import { formatDay } from '../calendar/day.js';
import type { Day } from '../calendar/day.js';
import { inLocale } from '../language/locale.js';
import type { Locale } from '../language/locale.js';
import type { OfficeProfile } from '../office/office-profile.js';
import type { Procedure } from '../procedures/procedure.js';
import type { Say } from '../texts/texts.js';
import type { Card } from './card.js';

type Notices = Card['notices'];

interface Context {
  office: OfficeProfile;
  say: Say;
  locale: Locale;
  today: Day;
}

/** What a citizen must hear before the answer, and what does not fit there and is read behind a heading. */
export const procedureNotices = (
  procedure: Procedure,
  context: Context,
): { first: Notices; more: Notices } => {
  const notices = allNotices(procedure, context);
  const urgent = notices.filter(({ tone }) => tone === 'warning');
  const others = notices.filter(({ tone }) => tone === 'info');
  const fitting = others.filter((_, index) => lengthOf(others.slice(0, index + 1)) <= FIRST_CHARACTERS);
  return { first: [...urgent, ...fitting], more: others.slice(fitting.length) };
};

/** About six lines on a phone 360 px wide: more would push the answer itself out of sight. */
const FIRST_CHARACTERS = 240;

const lengthOf = (notices: Notices): number => notices.reduce((sum, { text }) => sum + text.length, 0);

/** Paused, not yet open, name only, sources that disagree. */
const allNotices = (procedure: Procedure, { office, say, locale, today }: Context): Notices => [
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
