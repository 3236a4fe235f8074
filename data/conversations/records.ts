import { z } from 'zod';
import { Instant } from '../calendar/day.js';
import { JsonObject } from '../json.js';

/** One message of a conversation, in either direction; `activity` is Bot Framework JSON. */
export const LoggedActivity = z.strictObject({
  conversationId: z.string(),
  /** 1, 2, 3 … within the conversation: the Direct Line watermark. */
  sequence: z.int().positive(),
  at: Instant,
  activity: JsonObject,
});
export type LoggedActivity = z.infer<typeof LoggedActivity>;

/**
 * A message's receipt: taken with a lease and the message itself, then answered together with everything it caused, and
 * done when its replies have left. Where nothing has to leave it is done at once.
 */
export const MessageReceipt = z.strictObject({
  /** `<channel>:<the sender's or the provider's message id>`. */
  id: z.string(),
  status: z.enum(['taken', 'answered', 'done']),
  leaseUntil: Instant.nullable(),
  /**
   * While taken: the whole inbound message, so that a start after a crash can run it. Afterwards: the replies that still
   * have to leave, or that a repeat is given again; null for none.
   */
  message: JsonObject.nullable(),
  /** Once answered: the id of the logged inbound activity, given again to a repeat. */
  activityId: z.string().nullable(),
  at: Instant,
});
export type MessageReceipt = z.infer<typeof MessageReceipt>;

export const AuditEntry = z.strictObject({
  id: z.string(),
  at: Instant,
  /** Who acted: a staff name or `cli:<os user>`. */
  actor: z.string(),
  action: z.string(),
  /** Never personal data: codes, ranges, counts. */
  details: JsonObject,
});
export type AuditEntry = z.infer<typeof AuditEntry>;
