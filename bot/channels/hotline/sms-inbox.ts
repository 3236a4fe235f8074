import { instant } from '../../../data/calendar/day.js';
import type { Clock } from '../../../data/clock.js';
import type { MessageReceipt } from '../../../data/conversations/records.js';
import { isDomainError } from '../../../data/domain-error.js';
import { JsonObject } from '../../../data/json.js';
import type { Store } from '../../../data/store.js';
import { InboundMessage } from '../../bot.js';

/** Longer than a turn and three tries to send take; shorter than gateways wait before they send again. */
export const LEASE_MS = 60_000;

/** `fresh`: it is yours now, give it back afterwards. `inHand`: somebody works on it. `answered`: see to its replies. */
export type Taken = 'fresh' | 'inHand' | 'answered';

/** Messages kept before they are acknowledged. The bot writes what a message caused together with its receipt. */
export const createSmsInbox = ({ store, clock }: { store: Store; clock: Clock }) => {
  const inHand = new Set<string>();
  const keep = (message: InboundMessage, leaseMs: number): Promise<void> =>
    store.commit([{ kind: 'receipt', record: takenReceipt(message, clock.now(), leaseMs) }]);
  const takeFresh = async (message: InboundMessage): Promise<Taken> => {
    const known = await store.receipts.find(message.id);
    if (known?.status === 'done') return 'answered';
    if (known !== null && !isAbandoned(known, clock.now())) return 'inHand';
    if (known?.status === 'answered') return 'answered';
    try {
      await keep(message, LEASE_MS);
      return 'fresh';
    } catch (error) {
      // Another instance, whose lease had run out, was done after all.
      if (isDomainError(error, 'store.conflict')) return 'answered';
      throw error;
    }
  };
  return {
    /** Rejects when it could not be kept. */
    async take(message: InboundMessage): Promise<Taken> {
      if (inHand.has(message.id)) return 'inHand';
      inHand.add(message.id);
      let taken: Taken | null = null;
      try {
        taken = await takeFresh(message);
        return taken;
      } finally {
        if (taken !== 'fresh') inHand.delete(message.id);
      }
    },
    /** After a turn, whatever came of it. */
    giveBack(message: InboundMessage): void {
      inHand.delete(message.id);
    },
    /** After a turn that failed: the next try may run at once. What is answered stays so; rejects when it could not be kept. */
    async endLease(message: InboundMessage): Promise<void> {
      const known = await store.receipts.find(message.id);
      if (known === null || known.status === 'taken') await keep(message, 0);
    },
    /** What a crash, a refusing storage or a deaf gateway left behind, oldest first. */
    async abandoned(): Promise<{ messages: InboundMessage[]; unsent: string[] }> {
      const receipts = await store.receipts.abandoned(clock.now());
      const messages = receipts.flatMap(({ status, message }) => {
        const parsed = InboundMessage.safeParse(message);
        return status === 'taken' && parsed.data?.channel === 'sms' ? [parsed.data] : [];
      });
      const unsent = receipts.filter(({ id, status }) => status === 'answered' && id.startsWith('sms:'));
      return { messages, unsent: unsent.map(({ id }) => id) };
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

const isAbandoned = ({ leaseUntil }: MessageReceipt, now: Date): boolean =>
  leaseUntil === null || Date.parse(leaseUntil) <= now.getTime();
