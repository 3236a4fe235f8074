import { cardText } from '../../data/answers/card-text.js';
import { dossierCard } from '../../data/answers/dossier-card.js';
import { dayOf } from '../../data/calendar/day.js';
import type { Dossier } from '../../data/dossiers/dossier.js';
import type { Reply, Turn } from '../turn.js';

/** Where the dossier stands, then what the citizen may want next. */
export const dossierReplies = (turn: Turn, dossier: Dossier): Reply[] => {
  const { say, locale, services } = turn;
  const card = dossierCard(dossier, {
    say,
    locale,
    today: dayOf(services.clock.now()),
    office: services.office,
  });
  const next =
    dossier.status === 'returned'
      ? [say('dossier.rate'), say('home.feedback'), say('main.menu')]
      : [say('dossier.askWhy'), say('home.human'), say('main.menu')];
  return [{ text: cardText(card), card, suggestions: next.map((title) => ({ title, value: title })) }];
};
