import { z } from 'zod';

export const CardSection = z.strictObject({
  id: z.string(),
  heading: z.string(),
  /** One line a fact or a paper; `note` in smaller type below it. */
  lines: z.array(z.strictObject({ text: z.string(), note: z.string().exactOptional() })),
  /** Shown at once, or folded behind its heading. */
  open: z.boolean(),
  ordered: z.boolean().exactOptional(),
});
export type CardSection = z.output<typeof CardSection>;

/** An answer with structure: what the widget draws and the SMS renderer shortens. `text` of the message says the same. */
export const Card = z.strictObject({
  kind: z.enum(['procedure', 'dossier', 'feedback', 'survey']),
  title: z.string(),
  subtitle: z.string().nullable(),
  notices: z.array(z.strictObject({ tone: z.enum(['info', 'warning']), text: z.string() })),
  /** The two to five facts to read first: label and value. */
  facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  sections: z.array(CardSection),
  links: z.array(z.strictObject({ title: z.string(), url: z.string() })),
  /** Where it is from and when it was verified. */
  footer: z.string().nullable(),
  /** What an SMS begins with, in one line: name, time, number of papers, where. */
  brief: z.string(),
});
export type Card = z.output<typeof Card>;
