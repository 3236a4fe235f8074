import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { InboundMessage } from '../../bot.js';

/** The webhook's body; what a gateway adds to it is not read. */
export const InboundSms = z.object({
  /** The provider's message id. */
  id: z.string().min(1).max(200),
  from: z.string().regex(/^\+?\d{3,15}$/),
  to: z.string().max(50),
  text: z.string(),
});
export type InboundSms = z.infer<typeof InboundSms>;

/** Conversations are keyed by a keyed hash of the number, so that no log and no file name holds the number. */
export const toInboundMessage = ({ id, from, text }: InboundSms, secret: string): InboundMessage => ({
  id: `sms:${id}`,
  channel: 'sms',
  conversationId: `sms:${createHmac('sha256', `sms:${secret}`).update(nationalForm(from)).digest('hex').slice(0, 32)}`,
  from,
  locale: null,
  type: 'message',
  text,
});

/** +84912… and 84912… are 0912…: gateways write the same phone differently. */
const nationalForm = (number: string): string => number.replace(/^\+?84(?=\d{9,10}$)/, '0');
