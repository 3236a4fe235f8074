import { z } from 'zod';
import { instant } from '../calendar/day.js';
import type { Clock } from '../clock.js';
import { cleanText } from '../language/clean-text.js';
import { Locale } from '../language/locale.js';
import type { Randomness } from '../randomness.js';
import { Channel, Contact, Feedback, FEEDBACK_TEXT_LIMIT, FeedbackKind } from './feedback.js';
import { drawPin, hashPin } from './pin.js';
import { drawTrackingCode } from './tracking-code.js';

/** What somebody tells the office, through whatever channel. */
export const FeedbackDraft = z.strictObject({
  kind: FeedbackKind,
  text: z.string().trim().min(1).max(FEEDBACK_TEXT_LIMIT),
  dossierCode: z.string().nullable(),
  procedureCode: z.string().nullable(),
  channel: Channel,
  locale: Locale,
  /** Given means agreed: the moment of filing is kept as the moment of consent. */
  contact: Contact.omit({ consentAt: true }).nullable(),
  thread: z.string().nullable(),
  /** The clerk who wrote it down, for phone and paper. */
  recordedBy: z.string().nullable(),
});
export type FeedbackDraft = z.infer<typeof FeedbackDraft>;

/** A new record to commit, and the PIN to tell the sender now: it cannot be read back later. */
export const fileFeedback = async (
  draft: FeedbackDraft,
  { clock, random }: { clock: Clock; random: Randomness },
): Promise<{ feedback: Feedback; pin: string }> => {
  const now = clock.now();
  const at = instant(now);
  const pin = drawPin(random);
  const feedback: Feedback = {
    ...draft,
    code: drawTrackingCode(now, random),
    version: 1,
    text: cleanText(draft.text),
    contact: draft.contact === null ? null : { ...draft.contact, consentAt: at },
    receivedAt: at,
    state: 'received',
    history: [{ at, by: 'citizen', state: 'received', text: null }],
    pin: await hashPin(pin),
  };
  return { feedback: Feedback.parse(feedback), pin };
};
