import { instant } from '../../../data/calendar/day.js';
import type { Clock } from '../../../data/clock.js';
import type { MessageReceipt } from '../../../data/conversations/records.js';
import type { Store } from '../../../data/store.js';
import { InboundMessage } from '../../bot.js';

/** Longer than a turn and three tries to send take; shorter than gateways wait before they send again. */
const LEASE_MS = 60_000;

/** Messages kept before they are acknowledged. The bot marks a receipt done together with what the message caused. */
export const createSmsInbox = ({ store, clock }: { store: Store; clock: Clock }) => {
  const keep = (message: InboundMessage, leaseMs: number): Promise<void> => {
    const now = clock.now();
    const record: MessageReceipt = {
      id: message.id,
      status: 'taken',
      leaseUntil: instant(new Date(now.getTime() + leaseMs)),
      message: { ...message },
      activityId: null,
      at: instant(now),
    };
    return store.commit([{ kind: 'receipt', record }]);
  };
  return {
    /** False when it is done or in somebody's hands. Rejects when it could not be kept. */
    async take(message: InboundMessage): Promise<boolean> {
      const known = await store.receipts.find(message.id);
      if (known !== null && !isAbandoned(known, clock.now())) return false;
      await keep(message, LEASE_MS);
      return true;
    },
    /** After a turn that failed: the next try may run at once. What is done stays done. */
    async release(message: InboundMessage): Promise<void> {
      const known = await store.receipts.find(message.id);
      if (known?.status !== 'done') await keep(message, 0);
    },
    done: (message: InboundMessage): MessageReceipt => ({
      id: message.id,
      status: 'done',
      leaseUntil: null,
      message: null,
      activityId: null,
      at: instant(clock.now()),
    }),
    /** What a crash or a refusing storage left behind, oldest first. */
    async abandoned(): Promise<InboundMessage[]> {
      const receipts = await store.receipts.abandoned(clock.now());
      return receipts
        .map(({ message }) => InboundMessage.safeParse(message).data)
        .filter((message) => message?.channel === 'sms');
    },
  };
};
export type SmsInbox = ReturnType<typeof createSmsInbox>;

const isAbandoned = ({ status, leaseUntil }: MessageReceipt, now: Date): boolean =>
  status === 'taken' && (leaseUntil === null || Date.parse(leaseUntil) <= now.getTime());
