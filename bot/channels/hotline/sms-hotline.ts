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
  const replies = createSmsReplies(dependencies);

  const answer = async (message: InboundMessage): Promise<string[]> => {
    if (asksForMore(message.text)) return replies.continueReading(message, inbox.done(message));
    const sent: string[] = [];
    await bot.handle(message, async (messages) => {
      sent.push(...(await replies.deliver(message, messages)));
    });
    return sent;
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
  /** Null for a message that is done or in hand. */
  const begin = async (message: InboundMessage): Promise<Turn | null> => {
    const taken = await turnLock.run(`sms-receipt:${message.id}`, () => inbox.take(message));
    // Around the bot's own turn: what was said before is sent before.
    return taken ? startTurn(turnLock.run(`sms:${message.conversationId}`, () => run(message))) : null;
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
    /** Runs what a crash or a refusing storage interrupted; resolves with how many were run. */
    async resumeAbandoned(): Promise<number> {
      let resumed = 0;
      for (const message of await inbox.abandoned()) {
        const turn = await begin(message);
        await turn?.replies.then(
          () => (resumed += 1),
          () => undefined,
        );
      }
      return resumed;
    },
    /** Resolves when every turn in hand has finished. */
    idle: () => turnLock.idle(),
  };
};
export type SmsHotline = ReturnType<typeof createSmsHotline>;

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
