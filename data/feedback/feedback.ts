import { z } from 'zod';
import { Instant } from '../calendar/day.js';
import { Locale } from '../language/locale.js';

export const Channel = z.enum(['chat', 'sms', 'zalo', 'phone', 'paper', 'form']);
export type Channel = z.infer<typeof Channel>;

/** What a phản ánh, kiến nghị is about. `unclassified` waits for staff (SMS, paper). */
export const FeedbackKind = z.enum([
  'attitude',
  'delay',
  'paperwork',
  'fee',
  'suggestion',
  'praise',
  'other',
  'unclassified',
]);
export type FeedbackKind = z.infer<typeof FeedbackKind>;

export const FeedbackState = z.enum(['received', 'inProgress', 'answered', 'reopened', 'closed']);
export type FeedbackState = z.infer<typeof FeedbackState>;

export const FeedbackEvent = z.strictObject({
  at: Instant,
  by: z.enum(['citizen', 'office', 'system']),
  /** The state after this event. */
  state: FeedbackState,
  /** Shown to the citizen: the office's answer, the citizen's added information. */
  text: z.string().nullable(),
});
export type FeedbackEvent = z.infer<typeof FeedbackEvent>;

/** How to reach the sender, kept only with consent given at `consentAt`. */
export const Contact = z.strictObject({
  name: z.string().nullable(),
  reach: z.string().min(1),
  consentAt: Instant,
});
export type Contact = z.infer<typeof Contact>;

export const FEEDBACK_TEXT_LIMIT = 5_000;

export const Feedback = z.strictObject({
  /** Primary key, see tracking-code.ts. */
  code: z.string(),
  /** 1 when filed, +1 with each change; a commit that does not continue the stored version is refused. */
  version: z.int().positive(),
  kind: FeedbackKind,
  text: z.string().min(1).max(FEEDBACK_TEXT_LIMIT),
  dossierCode: z.string().nullable(),
  procedureCode: z.string().nullable(),
  channel: Channel,
  locale: Locale,
  contact: Contact.nullable(),
  /** The number or account a reply in this very thread goes to; not for calling back without a contact. */
  thread: z.string().nullable(),
  recordedBy: z.string().nullable(),
  receivedAt: Instant,
  state: FeedbackState,
  history: z.array(FeedbackEvent).min(1),
  /** `scrypt` salt and hash, both hex. */
  pin: z.strictObject({ salt: z.string(), hash: z.string() }),
});
export type Feedback = z.infer<typeof Feedback>;
