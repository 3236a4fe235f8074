import type { DueDateRules } from '../data/calendar/due-date-rules.js';
import type { Clock } from '../data/clock.js';
import type { UsualTimes } from '../data/dossiers/lateness/usual-times.js';
import type { DossierSource } from '../data/dossiers/received/dossier-source.js';
import type { Locale } from '../data/language/locale.js';
import type { OfficeProfile } from '../data/office/office-profile.js';
import type { Places } from '../data/places/places.js';
import type { Catalogue } from '../data/procedures/catalogue.js';
import type { Randomness } from '../data/randomness.js';
import type { Change, Store } from '../data/store.js';
import type { Say, Texts } from '../data/texts/texts.js';
import type { Understand } from '../data/understanding/understanding.js';
import type { InboundMessage, OutboundMessage, TurnContext } from '../bot/framework/sdk.js';
import type { Memory } from './memory.js';

/** What dialogs know of the office; the same for every turn. */
export interface Services {
  catalogue: Catalogue;
  understand: Understand;
  office: OfficeProfile;
  /** The office's calendar, hours and rules of counting. */
  dueDates: DueDateRules;
  usualTimes: Pick<UsualTimes, 'of'>;
  /** The one-stop software, where the office has connected it. */
  dossierSource: DossierSource | null;
  /** Old wards, districts and provinces, and where their people file now. */
  places: Pick<Places, 'find' | 'question'>;
  texts: Texts;
  /** `https://motcua.tinh.gov.vn`: what links to the public pages begin with; null where the office has not set it. */
  publicUrl: string | null;
  clock: Clock;
  random: Randomness;
  /** For the operator's log: an event's name and what went wrong, nothing a citizen said. */
  onTrouble: (event: string, error: unknown) => void;
  /** Read only: what a dialog keeps goes through `Turn.stage`. */
  store: Omit<Store, 'commit' | 'close'>;
}

/** What a dialog says: `expects` and `suggestions` have defaults. */
export type Reply = Pick<OutboundMessage, 'text'> & Partial<OutboundMessage>;

/** One message being answered. */
export interface Turn {
  readonly services: Services;
  readonly inbound: InboundMessage;
  /** The citizen's words, cleaned; the value behind a number that was chosen. */
  text: string;
  readonly memory: Memory;
  locale: Locale;
  readonly say: Say;
  reply(reply: Reply): Promise<void>;
  /** To be written together with the new state and the replies, or not at all. */
  stage(change: Change): void;
}

const TURN = Symbol('turn');

export const rememberTurn = (context: TurnContext, turn: Turn): void => {
  context.turnState.set(TURN, turn);
};

export const turnOf = (context: TurnContext): Turn => context.turnState.get<Turn>(TURN);
