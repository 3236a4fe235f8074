import { NotRecorded } from '../../bot/bot.js';
import type { Bot, InboundMessage, OutboundMessage } from '../../bot/bot.js';
import { instant } from '../../data/calendar/day.js';
import type { Clock } from '../../data/clock.js';
import type { LoggedActivity } from '../../data/conversations/records.js';
import { createProcessTurnLock } from '../../data/conversations/turn-lock.js';
import type { WakeUp } from '../../data/conversations/wake-up.js';
import { isDomainError } from '../../data/domain-error.js';
import type { JsonObject } from '../../data/json.js';
import type { Store } from '../../data/store.js';

interface Dependencies {
  store: Store;
  wakeUp: WakeUp;
  clock: Clock;
  /** What the bot says to a message; without it the message itself, and a greeting to a join. */
  answer?: (message: InboundMessage) => OutboundMessage[] | Promise<OutboundMessage[]>;
}

/** Keeps the promises of the port with the least of words: one turn at a time, one commit, each id once, words after it. */
export const createEchoBot = ({ store, wakeUp, clock, answer = echo }: Dependencies): Bot => {
  const lock = createProcessTurnLock();
  return {
    handle: (message, deliver, keep) =>
      lock.run(message.conversationId, async () => {
        const receipt = await store.receipts.find(message.id);
        if (receipt !== null && receipt.status !== 'taken')
          return { activityId: receipt.activityId ?? '', repeated: true };
        const replies = await answer(message);
        const before = await store.activities.lastSequence(message.conversationId);
        const at = instant(clock.now());
        const said = [...(message.type === 'join' ? [] : [inbound(message)]), ...replies.map(outbound)];
        const logged = said.map((activity, index) => log(message, before + 1 + index, at, activity));
        const { id } = message;
        const activityId = idOf(message.conversationId, before + 1);
        const kept = await keep?.(replies);
        const done = { status: 'done', leaseUntil: null, message: null } as const;
        const record = { ...(kept?.receipt ?? done), id, activityId, at };
        await store
          .commit([
            ...logged.map((record) => ({ kind: 'activity' as const, record })),
            ...(kept?.changes ?? []),
            { kind: 'receipt', record },
          ])
          .catch((error: unknown) => {
            throw isDomainError(error, 'store.unavailable')
              ? new NotRecorded('Chưa ghi được, anh/chị gửi lại sau.', { cause: error })
              : error;
          });
        wakeUp.publish(message.conversationId);
        await deliver(replies);
        return { activityId, repeated: false };
      }),
  };
};

/** A plain reply, with what matters to a test set. */
export const saying = (text: string, more: Partial<OutboundMessage> = {}): OutboundMessage => ({
  text,
  locale: 'vi',
  suggestions: [],
  card: null,
  expects: 'anything',
  ...more,
});

const echo = ({ type, text }: InboundMessage): OutboundMessage[] => [
  saying(type === 'join' ? 'Chào anh/chị!' : text),
];

const inbound = ({ from, text, clientActivityId }: InboundMessage): JsonObject => ({
  type: 'message',
  from: { id: from, role: 'user' },
  text,
  ...(clientActivityId === undefined ? {} : { channelData: { clientActivityID: clientActivityId } }),
});

const outbound = ({ text, locale }: OutboundMessage): JsonObject => ({
  type: 'message',
  from: { id: 'motcua', role: 'bot' },
  text,
  locale,
});

const idOf = (conversationId: string, sequence: number): string => `${conversationId}|${String(sequence)}`;

const log = (
  { conversationId }: InboundMessage,
  sequence: number,
  at: string,
  activity: JsonObject,
): LoggedActivity => ({
  conversationId,
  sequence,
  at,
  activity: { id: idOf(conversationId, sequence), timestamp: at, ...activity },
});
