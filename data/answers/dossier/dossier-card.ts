import { dayOf, formatDay } from '../../calendar/day.js';
import { momentText } from '../../calendar/moment-text.js';
import type { Dossier } from '../../dossiers/dossier.js';
import type { DossierTiming } from '../../dossiers/lateness/dossier-timing.js';
import type { Locale } from '../../language/locale.js';
import type { OfficeProfile } from '../../office/office-profile.js';
import type { Say } from '../../texts/texts.js';
import { ageText } from './age-text.js';
import type { Card } from '../card.js';
import { counterLines } from '../counter-lines.js';

interface DossierContext {
  office: OfficeProfile;
  say: Say;
  locale: Locale;
  timing: DossierTiming;
  /** How old this is, in milliseconds, when the source does not answer; null: it is what the source says now. */
  staleMs: number | null;
}

/** Status in plain words, where it is, what is asked for; an overdue dossier begins with the apology, never an excuse. */
export const dossierCard = (dossier: Dossier, context: DossierContext): Card => {
  const { say } = context;
  const status = say(`status.${dossier.status}`);
  const due = dueText(dossier, context);
  return {
    kind: 'dossier',
    title: status,
    subtitle: say('dossier.named', { code: dossier.code, name: dossier.procedureName }),
    notices: notices(dossier, context),
    facts: [
      { label: say('dossier.received'), value: momentText(dossier.receivedAt) },
      { label: say('dossier.due'), value: due },
      { label: say('dossier.unit'), value: dossier.unit ?? say('dossier.unitUnknown') },
    ],
    sections: [
      {
        id: 'meaning',
        heading: say('dossier.meaning'),
        lines: [{ text: say(`statusMeaning.${dossier.status}`) }],
        open: true,
      },
      ...(dossier.status === 'finished' ? [collect(context)] : []),
    ],
    links: [],
    footer: say('dossier.asOf', { at: momentText(dossier.asOf), source: dossier.source }),
    brief: [...apologyText(context), say('dossier.brief', { code: dossier.code, status, due })].join(' '),
  };
};

/** The day promised now, and the slip's where it is another. */
const dueText = ({ dueDate }: Dossier, { timing, say }: DossierContext): string => {
  if (timing.dueDate === null || dueDate === null) return say('dossier.noDueDate');
  if (timing.dueDate === dueDate) return formatDay(dueDate);
  return say('dossier.dueMoved', { due: formatDay(timing.dueDate), slip: formatDay(dueDate) });
};

/** The apology first, then the reason and the new day; staff have been told when there is nothing of it yet. */
const apologyText = ({ timing: { state, dueDate, apology }, say }: DossierContext): string[] => {
  if (state === 'overdue' && dueDate !== null)
    return [say('dossier.apology', { due: formatDay(dueDate) }), say('dossier.reported')];
  if (apology === null || state === 'ended') return [];
  const { missed, newDate } = apology;
  const reason = apology.reason.replace(/[.\s]*$/, '.');
  return [say('dossier.apologised', { due: formatDay(missed), reason, newDate: formatDay(newDate) })];
};

const notices = (dossier: Dossier, context: DossierContext): Card['notices'] => {
  const { say, timing, staleMs } = context;
  const warnings = [
    ...apologyText(context),
    ...(staleMs === null ? [] : [say('dossier.oldAnswer', { age: ageText(staleMs, say) })]),
    ...(dossier.requested === null ? [] : [say('dossier.requested', { what: dossier.requested })]),
  ].map((text) => ({ tone: 'warning' as const, text }));
  const since = dossier.waits.at(-1)?.from;
  if (timing.state !== 'waiting' || dossier.dueDate === null || since === undefined) return warnings;
  const day = formatDay(dayOf(new Date(since)));
  return [...warnings, { tone: 'info', text: say('dossier.clockStopped', { day }) }];
};

/** Results are handed out at the one-stop counter or by public post, never at the specialist's office. */
const collect = ({ say, office }: DossierContext): Card['sections'][number] => ({
  id: 'collect',
  heading: say('dossier.collectHeading'),
  lines: [{ text: say('dossier.collect') }, ...counterLines(office, say)],
  open: true,
});
