import { z } from 'zod';
import type { Card } from '../data/answers/card.js';
import { Channel } from '../data/feedback/feedback.js';
import type { MessageReceipt } from '../data/conversations/records.js';
import { Locale } from '../data/language/locale.js';
import type { Change } from '../data/store.js';

export type { Card } from '../data/answers/card.js';

/** What a channel hands in: parsed, verified, mapped. */
export const InboundMessage = z.strictObject({
  /** `<channel>:<clientActivityID or provider's id>`; the same id is handled once. */
  id: z.string().min(1),
  channel: Channel,
  conversationId: z.string().min(1),
  /** The sender as the channel knows him: a Direct Line user id, a phone number. */
  from: z.string(),
  locale: Locale.nullable(),
  /** `join`: the conversation opened, greet. `message`: the citizen wrote or tapped. */
  type: z.enum(['join', 'message']),
  text: z.string(),
  /** A chat client's own mark, logged as `channelData.clientActivityID` so that it knows its message when it comes back. */
  clientActivityId: z.string().optional(),
});
export type InboundMessage = z.infer<typeof InboundMessage>;

/** A tappable answer: `title` is shown, `value` is what comes back as the citizen's text. */
export interface Suggestion {
  title: string;
  value: string;
}

export interface OutboundMessage {
  text: string;
  locale: Locale;
  suggestions: Suggestion[];
  card: Card | null;
  /** What the next message should be: a tap, free text, or anything. */
  expects: 'choice' | 'text' | 'anything';
}

/** Called once a turn, after everything it says is durable. */
export type Deliver = (messages: OutboundMessage[]) => Promise<void>;

/** What a channel keeps in the turn's own commit, so that its replies survive a crash. */
export interface KeptReplies {
  changes: Change[];
  receipt: Pick<MessageReceipt, 'status' | 'leaseUntil' | 'message'>;
}

/** Called before the commit; without it the log is all that is kept and the receipt is done at once. */
export type KeepReplies = (messages: OutboundMessage[]) => Promise<KeptReplies>;

/** `activityId`: the id under which the inbound message is logged; the same again for a repeat. */
export interface Handled {
  activityId: string;
  repeated: boolean;
}

/** Nothing of the turn was kept; `citizenText` says so and what to do, in the citizen's language. */
export class NotRecorded extends Error {
  override readonly name = 'NotRecorded';
  readonly citizenText: string;

  constructor(citizenText: string, options?: ErrorOptions) {
    super('the turn could not be recorded', options);
    this.citizenText = citizenText;
  }
}

/** All that channels and server know of the bot. Rejects with NotRecorded when storage refuses. */
export interface Bot {
  handle(message: InboundMessage, deliver: Deliver, keep?: KeepReplies): Promise<Handled>;
}
