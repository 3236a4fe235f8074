import type { Logger } from 'pino';
import { z } from 'zod';
import type { MessageReceipt } from '../../../data/conversations/records.js';
import { Locale } from '../../../data/language/locale.js';
import type { OfficeProfile } from '../../../data/office/office-profile.js';
import type { Change, Store } from '../../../data/store.js';
import type { Texts } from '../../../data/texts/texts.js';
import type { InboundMessage, OutboundMessage } from '../../bot.js';
import type { MessageSender } from './message-sender.js';
import type { PackedSms } from './sms-parts.js';
import { continueSms, renderSms } from './sms-text.js';
import type { SmsSettings } from './sms-text.js';

/** What "XEM" sends next. */
const Rest = z.object({ text: z.string(), locale: Locale });

interface Dependencies {
  store: Store;
  office: OfficeProfile;
  texts: Texts;
  log: Logger;
  /** Null: replies travel in the webhook's answer. */
  sender: MessageSender | null;
}

/** Says a turn's messages by SMS and keeps what did not fit. Each function returns the texts sent. */
export const createSmsReplies = ({ store, office, texts, log, sender }: Dependencies) => {
  const settings = (locale: Locale): SmsSettings => ({ ...office.sms, more: texts[locale]('sms.more') });
  const readRest = async (conversationId: string) => {
    const key = restKey(conversationId);
    return Rest.safeParse((await store.state.read([key]))[key]).data ?? null;
  };
  const replaceRest = async (conversationId: string, text: string, locale: Locale): Promise<void> => {
    if (text !== '' || (await readRest(conversationId)) !== null)
      await store.commit([keepRest(conversationId, text, locale)]);
  };
  const send = async (to: string, { parts }: PackedSms): Promise<string[]> => {
    const text = parts.join('');
    if (text === '') return [];
    await sender?.send(to, text).catch((err: unknown) => {
      log.error({ event: 'sms.notSent', err });
    });
    return [text];
  };
  return {
    /** The turn is done by now: what goes wrong here is logged and undoes nothing. */
    async deliver(
      { conversationId, from }: InboundMessage,
      messages: readonly OutboundMessage[],
    ): Promise<string[]> {
      const locale = messages.at(-1)?.locale ?? 'vi';
      const packed = renderSms(messages, settings(locale));
      await replaceRest(conversationId, packed.rest, locale).catch((err: unknown) => {
        log.warn({ event: 'sms.restNotKept', err });
      });
      return send(from, packed);
    },
    /** The next parts; `done` is kept with them, so that a repeat does not skip any. */
    async continueReading({ conversationId, from }: InboundMessage, done: MessageReceipt): Promise<string[]> {
      const rest = await readRest(conversationId);
      const locale = rest?.locale ?? 'vi';
      const packed = continueSms(rest?.text ?? texts[locale]('sms.nothingMore'), settings(locale));
      await store.commit([keepRest(conversationId, packed.rest, locale), { kind: 'receipt', record: done }]);
      return send(from, packed);
    },
  };
};

/** "XEM", in any case and with whatever marks a phone adds. */
export const asksForMore = (text: string): boolean =>
  /^\W*xem\W*$/i.test(text.normalize('NFD').replace(/\p{M}/gu, ''));

const restKey = (conversationId: string): string => `sms-rest:${conversationId}`;

const keepRest = (conversationId: string, text: string, locale: Locale): Change => ({
  kind: 'state',
  key: restKey(conversationId),
  value: text === '' ? null : { text, locale },
});
