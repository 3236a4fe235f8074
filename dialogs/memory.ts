import { z } from 'zod';
import { Locale } from '../data/language/locale.js';

/** What a conversation remembers between dialogs. A shape that no longer parses is forgotten, never an error. */
export const Memory = z.object({
  /** Chosen by the citizen; null: as the channel or the text says. */
  locale: Locale.nullable().default(null),
  /** The procedure just answered and what the citizen said of his case. */
  procedure: z
    .object({ code: z.string(), answers: z.record(z.string(), z.string()) })
    .nullable()
    .default(null),
  /** The question the last message was answered to, as it may be kept; forgotten with the next message. */
  asked: z
    .object({ text: z.string(), code: z.string(), at: z.string(), others: z.array(z.string()).default([]) })
    .nullable()
    .default(null),
  /** The dossier just shown, after its check. */
  dossierCode: z.string().nullable().default(null),
  /** The dossier whose delay was asked about here with one tap, and the feedback filed for it. */
  why: z.object({ dossierCode: z.string(), feedbackCode: z.string() }).nullable().default(null),
  /** The answers last offered, so that their numbers can be typed. */
  offered: z.array(z.object({ title: z.string(), value: z.string() })).default([]),
  /** The feedback just filed here and whether its sender was asked for a call back. */
  feedback: z.object({ code: z.string(), awaitsConsent: z.boolean() }).nullable().default(null),
});
export type Memory = z.infer<typeof Memory>;
