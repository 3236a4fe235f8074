import { cardText } from '../../data/answers/card-text.js';
import { dossierCard } from '../../data/answers/dossier/dossier-card.js';
import { dayOf } from '../../data/calendar/day.js';
import type { Dossier } from '../../data/dossiers/dossier.js';
import { dossierTiming } from '../../data/dossiers/lateness/dossier-timing.js';
import type { DossierTiming } from '../../data/dossiers/lateness/dossier-timing.js';
import { askedAgain, readLateNotice } from '../../data/dossiers/lateness/late-notice.js';
import type { Reply, Turn } from '../turn.js';

/** Where the dossier stands, then what the citizen may want next; staff are told of a late one with the same write. */
export const dossierReply = async (
  turn: Turn,
  { dossier, fresh }: { dossier: Dossier; fresh: boolean },
): Promise<Reply> => {
  const { say, locale, services } = turn;
  const { office, dueDates, clock } = services;
  const today = dayOf(clock.now());
  const timing = dossierTiming(dossier, { today, calendar: dueDates.calendar, lateness: office.lateness });
  await tellStaff(turn, dossier, timing);
  const staleMs = fresh ? null : clock.now().getTime() - Date.parse(dossier.asOf);
  const card = dossierCard(dossier, { say, locale, timing, office, staleMs });
  const next =
    dossier.status === 'returned'
      ? [say('dossier.rate'), say('home.feedback'), say('main.menu')]
      : [say('dossier.askWhy'), say('home.human'), say('main.menu')];
  return { text: cardText(card), card, suggestions: next.map((title) => ({ title, value: title })) };
};

const tellStaff = async (turn: Turn, { code }: Dossier, { state, dueDate }: DossierTiming): Promise<void> => {
  if (state !== 'overdue' || dueDate === null) return;
  const { store, clock } = turn.services;
  const known = await readLateNotice(store.state, code);
  turn.stage(askedAgain(known, { code, missed: dueDate, at: clock.now() }));
};
