import { formatDay } from '../calendar/day.js';
import type { Day } from '../calendar/day.js';
import { momentText } from '../calendar/moment-text.js';
import type { Dossier } from '../dossiers/dossier.js';
import { isOverdue } from '../dossiers/overdue.js';
import type { Locale } from '../language/locale.js';
import type { OfficeProfile } from '../office/office-profile.js';
import type { Say } from '../texts/texts.js';
import type { Card } from './card.js';

interface DossierContext {
  office: OfficeProfile;
  say: Say;
  locale: Locale;
  today: Day;
}

/** Status in plain words, where it is, what is asked for; an overdue dossier begins with the apology, never an excuse. */
export const dossierCard = (dossier: Dossier, context: DossierContext): Card => {
  const { say } = context;
  const status = say(`status.${dossier.status}`);
  const due = dossier.dueDate === null ? say('dossier.noDueDate') : formatDay(dossier.dueDate);
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
    brief: say('dossier.brief', { code: dossier.code, status, due }),
  };
};

const notices = (dossier: Dossier, { say, today }: DossierContext): Card['notices'] => [
  ...(isOverdue(dossier, today)
    ? [
        {
          tone: 'warning' as const,
          text: say('dossier.apology', { due: formatDay(dossier.dueDate ?? today) }),
        },
      ]
    : []),
  ...(dossier.requested === null
    ? []
    : [{ tone: 'warning' as const, text: say('dossier.requested', { what: dossier.requested }) }]),
];

/** Results are handed out at the one-stop counter or by public post, never at the specialist's office. */
const collect = ({ say, office }: DossierContext): Card['sections'][number] => ({
  id: 'collect',
  heading: say('dossier.collectHeading'),
  lines: [
    { text: say('dossier.collect') },
    ...office.counters.map(({ name, address, phone }) => ({
      text: `${name}, ${address}`,
      ...(phone !== null && { note: phone }),
    })),
  ],
  open: true,
});
