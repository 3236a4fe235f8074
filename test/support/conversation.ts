import pino from 'pino';
import type { InboundMessage, OutboundMessage } from '../../bot/bot.js';
import { createBot } from '../../bot/framework/create-bot.js';
import type { Clock } from '../../data/clock.js';
import { createProcessTurnLock } from '../../data/conversations/turn-lock.js';
import { createProcessWakeUp } from '../../data/conversations/wake-up.js';
import { createUsualTimes } from '../../data/dossiers/lateness/usual-times.js';
import type { DossierSource } from '../../data/dossiers/received/dossier-source.js';
import type { Channel } from '../../data/feedback/feedback.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { loadPlaces } from '../../data/load-places.js';
import { loadTexts } from '../../data/load-texts.js';
import { loadKnowledge } from '../../data/load-understanding.js';
import { OfficeProfile } from '../../data/office/office-profile.js';
import { systemRandomness } from '../../data/randomness.js';
import type { Store } from '../../data/store.js';
import { createUnderstand } from '../../data/understanding/understand.js';
import { createMemoryStore } from './memory-store.js';
import { dueDateRules } from './office-due-dates.js';

/** A clock that stands still until it is moved. */
export const createStoppedClock = (
  now = '2026-11-20T02:00:00.000Z',
): Clock & { moveTo(moment: string): void } => {
  let at = new Date(now);
  return {
    now: () => at,
    moveTo: (moment) => {
      at = new Date(moment);
    },
  };
};

const catalogue = loadCatalogue();
const understand = createUnderstand(catalogue, loadKnowledge());
const texts = loadTexts();
const places = loadPlaces();

interface Setting {
  channel?: Channel;
  from?: string;
  locale?: 'vi' | 'en' | null;
  office?: Partial<OfficeProfile>;
  store?: Store;
  clock?: Clock;
  source?: DossierSource;
  conversationId?: string;
  publicUrl?: string | null;
}

/** A citizen talking to the real bot over a store in memory. */
export const startConversation = ({
  channel = 'chat',
  from = 'citizen',
  locale = 'vi',
  ...given
}: Setting = {}) => {
  const store = given.store ?? createMemoryStore();
  const clock = given.clock ?? createStoppedClock();
  const office = OfficeProfile.parse({
    name: 'Sở Nội vụ tỉnh Mẫu',
    hotline: { number: '1900 1234', hours: '7:30–17:00 ngày làm việc' },
    ...given.office,
  });
  const dueDates = dueDateRules(given.office);
  const usualTimes = createUsualTimes({ dossiers: store.dossiers, calendar: dueDates.calendar, clock });
  const failures: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => failures.push(line) });
  const services = {
    catalogue,
    understand,
    office,
    dueDates,
    usualTimes,
    dossierSource: given.source ?? null,
    places,
    texts,
    clock,
    random: systemRandomness,
    onTrouble: (event: string, err: unknown) => {
      log.error({ event, err });
    },
    store,
    publicUrl: given.publicUrl ?? null,
  };
  const bot = createBot({
    store,
    services,
    turnLock: createProcessTurnLock(),
    wakeUp: createProcessWakeUp(),
    log,
  });
  const conversationId = given.conversationId ?? 'conversation-1';
  let sent = 0;
  const hand = async (
    message: Pick<InboundMessage, 'type' | 'text'>,
    id = `${channel}:${String((sent += 1))}-${conversationId}`,
  ) => {
    const heard: OutboundMessage[] = [];
    await bot.handle({ id, channel, conversationId, from, locale, ...message }, (messages) => {
      heard.push(...messages);
      return Promise.resolve();
    });
    return heard;
  };
  return {
    store,
    clock,
    bot,
    usualTimes,
    /** Log lines at error level: empty while all goes well. */
    failures,
    join: () => hand({ type: 'join', text: '' }),
    /** Says it and returns all replies. */
    say: (text: string, id?: string) => hand({ type: 'message', text }, id),
    /** Says several things and returns the replies to the last. */
    sayAll: async (...lines: string[]) => {
      let heard: OutboundMessage[] = [];
      for (const text of lines) heard = await hand({ type: 'message', text });
      return heard;
    },
  };
};

/** Says it and takes the first answer of every question that follows. */
export const answered = async (
  citizen: ReturnType<typeof startConversation>,
  text: string,
): Promise<OutboundMessage[]> => {
  let heard = await citizen.say(text);
  while (heard.at(-1)?.expects === 'choice') heard = await citizen.say('1');
  return heard;
};

export const textOf = (messages: readonly OutboundMessage[]): string =>
  messages.map(({ text }) => text).join('\n---\n');
export const titlesOf = (messages: readonly OutboundMessage[]): string[] =>
  messages.flatMap(({ suggestions }) => suggestions.map(({ title }) => title));
