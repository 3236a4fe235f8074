import type { Logger } from 'pino';
import type { Clock } from '../../../data/clock.js';
import type { TurnLock } from '../../../data/conversations/turn-lock.js';
import type { OfficeProfile } from '../../../data/office/office-profile.js';
import type { Store } from '../../../data/store.js';
import type { Texts } from '../../../data/texts/texts.js';
import type { Bot, InboundMessage } from '../../bot.js';
import { toInboundMessage } from './inbound-sms.js';
import type { InboundSms } from './inbound-sms.js';
import type { MessageSender } from './message-sender.js';
import { createSmsInbox } from './sms-inbox.js';
import { createSmsOutbox } from './sms-outbox.js';
import { asksForMore, createSmsReplies } from './sms-replies.js';

/** How long a gateway waits for the reply when no address to send to is set. */
const PATIENCE_MS = 5_000;

interface Dependencies {
  bot: Bot;
  store: Store;
  /** Shared by all instances: a gateway may deliver one message to two of them at once. */
  turnLock: TurnLock;
  clock: Clock;
  office: OfficeProfile;
  texts: Texts;
  log: Logger;
  /** Null: replies travel in the webhook's answer. */
  sender: MessageSender | null;
  /** Keys the conversations of phone numbers. */
  secret: string;
  patienceMs?: number;
}

/** SMS in, SMS out: a message is kept before it is acknowledged and handled once, over crashes too. */
export const createSmsHotline = (dependencies: Dependencies) => {
  const { bot, log, turnLock, sender, secret, patienceMs = PATIENCE_MS } = dependencies;
  const inbox = createSmsInbox(dependencies);
  const outbox = createSmsOutbox(dependencies);
  const replies = createSmsReplies({ ...dependencies, outbox });

  const handOver = (id: string): Promise<string[]> =>
    turnLock.run(receiptLock(id), () => outbox.handOver(id));
  const answer = async (message: InboundMessage): Promise<string[]> => {
    if (asksForMore(message.text)) await replies.continueReading(message);
    else await bot.handle(message, viaOutbox, (messages) => replies.keep(message, messages));
    return handOver(message.id);
  };
  const run = async (message: InboundMessage): Promise<string[]> => {
    try {
      return await answer(message);
    } catch (error) {
      log.warn({ event: 'sms.turnFailed', err: error });
      await inbox.endLease(message).catch((err: unknown) => {
        log.warn({ event: 'sms.leaseKept', err });
      });
      throw error;
    } finally {
      inbox.giveBack(message);
    }
  };
  /** Null for a message in hand. */
  const begin = async (message: InboundMessage): Promise<Turn | null> => {
    const taken = await turnLock.run(receiptLock(message.id), () => inbox.take(message));
    if (taken === 'inHand') return null;
    if (taken === 'answered') return startTurn(handOver(message.id));
    // Around the bot's own turn: what was said before is sent before.
    return startTurn(turnLock.run(`sms:${message.conversationId}`, () => run(message)));
  };

  return {
    /**
     * Resolves, once the message is kept, with the replies the webhook's answer carries.
     * Rejects when it could not be kept, or when the turn failed while the gateway was still waiting.
     */
    async receive(sms: InboundSms): Promise<string[]> {
      const turn = await begin(toInboundMessage(sms, secret));
      return turn === null || sender !== null ? [] : within(patienceMs, turn.replies);
    },
    /** Runs and sends what a crash, a refusing storage or a deaf gateway interrupted; resolves with how many succeeded. */
    async resumeAbandoned(): Promise<number> {
      const { messages, unsent } = await inbox.abandoned();
      const runs = messages.map((message) => async () => (await begin(message))?.replies ?? []);
      const sends = unsent.map((id) => () => handOver(id));
      let resumed = 0;
      for (const resume of [...runs, ...sends]) if (await succeeds(resume)) resumed += 1;
      return resumed;
    },
    /** Resolves when every turn in hand has finished. */
    idle: () => turnLock.idle(),
  };
};
export type SmsHotline = ReturnType<typeof createSmsHotline>;

/** What fails again is logged where it happens, and tried again later. */
const succeeds = (resume: () => Promise<string[]>): Promise<boolean> =>
  resume().then(
    () => true,
    () => false,
  );

/** What was kept with the turn leaves through the outbox. */
const viaOutbox = (): Promise<void> => Promise.resolve();

const receiptLock = (id: string): string => `sms-receipt:${id}`;

/** In an object, because a promise of a promise waits for both. */
interface Turn {
  replies: Promise<string[]>;
}

/** Its failure is logged where it happens; nobody may be waiting for it. */
const startTurn = (replies: Promise<string[]>): Turn => {
  replies.catch(() => undefined);
  return { replies };
};

const within = async (milliseconds: number, replies: Promise<string[]>): Promise<string[]> => {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<string[]>((resolve) => {
    timer = setTimeout(resolve, milliseconds, []);
  });
  try {
    return await Promise.race([replies, patience]);
  } finally {
    clearTimeout(timer);
  }
};
