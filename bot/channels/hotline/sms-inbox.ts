import { instant } from '../../../data/calendar/day.js';
import type { Clock } from '../../../data/clock.js';
import type { MessageReceipt } from '../../../data/conversations/records.js';
import { JsonObject } from '../../../data/json.js';
import type { Store } from '../../../data/store.js';
import { InboundMessage } from '../../bot.js';

/** Longer than a turn and three tries to send take; shorter than gateways wait before they send again. */
const LEASE_MS = 60_000;

/** Messages kept before they are acknowledged. The bot marks a receipt done together with what the message caused. */
export const createSmsInbox = ({ store, clock }: { store: Store; clock: Clock }) => {
  const inHand = new Set<string>();
  const keep = (message: InboundMessage, leaseMs: number): Promise<void> =>
    store.commit([{ kind: 'receipt', record: takenReceipt(message, clock.now(), leaseMs) }]);
  const takeFresh = async (message: InboundMessage): Promise<boolean> => {
    const known = await store.receipts.find(message.id);
    if (known !== null && !isAbandoned(known, clock.now())) return false;
    await keep(message, LEASE_MS);
    return true;
  };
  return {
    /** False when it is done or in somebody's hands. Rejects when it could not be kept. Give back what was taken. */
    async take(message: InboundMessage): Promise<boolean> {
      if (inHand.has(message.id)) return false;
      inHand.add(message.id);
      let taken = false;
      try {
        taken = await takeFresh(message);
        return taken;
      } finally {
        if (!taken) inHand.delete(message.id);
      }
    },
    /** After a turn, whatever came of it. */
    giveBack(message: InboundMessage): void {
      inHand.delete(message.id);
    },
    /** After a turn that failed: the next try may run at once. What is done stays done. */
    async endLease(message: InboundMessage): Promise<void> {
      const known = await store.receipts.find(message.id);
      if (known?.status !== 'done') await keep(message, 0);
    },
    done: (message: InboundMessage): MessageReceipt => doneReceipt(message, clock.now()),
    /** What a crash or a refusing storage left behind, oldest first. */
    async abandoned(): Promise<InboundMessage[]> {
      const receipts = await store.receipts.abandoned(clock.now());
      return receipts.flatMap(({ message }) => {
        const parsed = InboundMessage.safeParse(message);
        return parsed.success && parsed.data.channel === 'sms' ? [parsed.data] : [];
      });
    },
  };
};

const takenReceipt = (message: InboundMessage, now: Date, leaseMs: number): MessageReceipt => ({
  id: message.id,
  status: 'taken',
  leaseUntil: instant(new Date(now.getTime() + leaseMs)),
  message: JsonObject.parse(message),
  activityId: null,
  at: instant(now),
});

const doneReceipt = ({ id }: InboundMessage, now: Date): MessageReceipt => ({
  id,
  status: 'done',
  leaseUntil: null,
  message: null,
  activityId: null,
  at: instant(now),
});

const isAbandoned = ({ status, leaseUntil }: MessageReceipt, now: Date): boolean =>
  status === 'taken' && (leaseUntil === null || Date.parse(leaseUntil) <= now.getTime());
