import type { Logger } from 'pino';
import { z } from 'zod';
import { instant } from '../../../data/calendar/day.js';
import type { Clock } from '../../../data/clock.js';
import type { MessageReceipt } from '../../../data/conversations/records.js';
import type { Store } from '../../../data/store.js';
import type { KeptReplies } from '../../bot.js';
import type { MessageSender } from './message-sender.js';
import { LEASE_MS } from './sms-inbox.js';

/** What a receipt keeps of a turn's replies until they have left. */
const Outgoing = z.object({ to: z.string(), text: z.string() });
type Outgoing = z.infer<typeof Outgoing>;

/** A reply that no gateway took for so long is of no use any more. */
const GIVE_UP_MS = 24 * 3_600_000;
const LONGEST_PAUSE_MS = 3_600_000;

interface Dependencies {
  store: Store;
  clock: Clock;
  log: Logger;
  /** Null: replies travel in the webhook's answer, and again in the answer to a repeat. */
  sender: MessageSender | null;
}

/** Replies on their way out: kept with their turn, sent at least once over crashes and deaf gateways. */
export const createSmsOutbox = ({ store, clock, log, sender }: Dependencies) => {
  const keep = (record: MessageReceipt): Promise<void> =>
    store.commit([{ kind: 'receipt', record }]).catch((err: unknown) => {
      log.warn({ event: 'sms.receiptNotKept', err });
    });
  const send = async (to: MessageSender, receipt: MessageReceipt, outgoing: Outgoing): Promise<string[]> => {
    const done: MessageReceipt = { ...receipt, ...NOTHING_LEFT };
    const age = clock.now().getTime() - Date.parse(receipt.at);
    if (age > GIVE_UP_MS) {
      log.error({ event: 'sms.givenUp' });
      await keep(done);
      return [];
    }
    try {
      await to.send({ id: receipt.id, ...outgoing });
    } catch (err) {
      log.error({ event: 'sms.notSent', err });
      // As long again as it has waited.
      const pause = Math.min(Math.max(LEASE_MS, age), LONGEST_PAUSE_MS);
      await keep({ ...receipt, leaseUntil: instant(new Date(clock.now().getTime() + pause)) });
      return [];
    }
    await keep(done);
    return [outgoing.text];
  };
  return {
    /** The receipt of a turn that says this; it belongs in the turn's own commit. */
    receiptFor(to: string, text: string): KeptReplies['receipt'] {
      if (text === '') return NOTHING_LEFT;
      if (sender === null) return { ...NOTHING_LEFT, message: { to, text } };
      const leaseUntil = instant(new Date(clock.now().getTime() + LEASE_MS));
      return { status: 'answered', leaseUntil, message: { to, text } };
    },
    /** Sends what the receipt keeps, or gives it to whoever carries it in the webhook's answer. Resolves with the texts. */
    async handOver(id: string): Promise<string[]> {
      const receipt = await store.receipts.find(id);
      if (receipt === null || receipt.status === 'taken') return [];
      const outgoing = Outgoing.safeParse(receipt.message).data;
      if (outgoing === undefined) return [];
      if (sender === null) return [outgoing.text];
      return receipt.status === 'answered' ? send(sender, receipt, outgoing) : [];
    },
  };
};

const NOTHING_LEFT = { status: 'done' as const, leaseUntil: null, message: null };
