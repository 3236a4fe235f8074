import { z } from 'zod';
import { instant } from '../../../data/calendar/day.js';
import type { Clock } from '../../../data/clock.js';
import { smsRestKey } from '../../../data/conversations/state-keys.js';
import { Locale } from '../../../data/language/locale.js';
import type { OfficeProfile } from '../../../data/office/office-profile.js';
import type { Change, Store } from '../../../data/store.js';
import type { Texts } from '../../../data/texts/texts.js';
import type { InboundMessage, KeptReplies, OutboundMessage } from '../../bot.js';
import type { createSmsOutbox } from './sms-outbox.js';
import { continueSms, renderSms } from './sms-text.js';
import type { SmsSettings } from './sms-text.js';

/** What "XEM" sends next. */
const Rest = z.object({ text: z.string(), locale: Locale });

interface Dependencies {
  store: Store;
  clock: Clock;
  office: OfficeProfile;
  texts: Texts;
  outbox: ReturnType<typeof createSmsOutbox>;
}

/** Says a turn's messages by SMS and keeps what did not fit. */
export const createSmsReplies = ({ store, clock, office, texts, outbox }: Dependencies) => {
  const settings = (locale: Locale): SmsSettings => ({ ...office.sms, more: texts[locale]('sms.more') });
  const readRest = async (conversationId: string) => {
    const key = smsRestKey(conversationId);
    return Rest.safeParse((await store.state.read([key]))[key]).data ?? null;
  };
  return {
    /** For the turn's own commit. */
    async keep(
      { conversationId, from }: InboundMessage,
      messages: readonly OutboundMessage[],
    ): Promise<KeptReplies> {
      const locale = messages.at(-1)?.locale ?? 'vi';
      const { parts, rest } = renderSms(messages, settings(locale));
      const replaces = rest !== '' || (await readRest(conversationId)) !== null;
      const changes = replaces ? [keepRest(conversationId, rest, locale)] : [];
      return { changes, receipt: outbox.receiptFor(from, parts.join('')) };
    },
    /** "XEM": keeps the next parts as this message's reply. */
    async continueReading({ id, conversationId, from }: InboundMessage): Promise<void> {
      const left = await readRest(conversationId);
      const locale = left?.locale ?? 'vi';
      const { parts, rest } = continueSms(left?.text ?? texts[locale]('sms.nothingMore'), settings(locale));
      const receipt = outbox.receiptFor(from, parts.join(''));
      const record = { ...receipt, id, activityId: null, at: instant(clock.now()) };
      await store.commit([keepRest(conversationId, rest, locale), { kind: 'receipt', record }]);
    },
  };
};

/** "XEM", in any case and with whatever marks a phone adds. */
export const asksForMore = (text: string): boolean =>
  /^\W*xem\W*$/i.test(text.normalize('NFD').replace(/\p{M}/gu, ''));

const keepRest = (conversationId: string, text: string, locale: Locale): Change => ({
  kind: 'state',
  key: smsRestKey(conversationId),
  value: text === '' ? null : { text, locale },
});
