import { z } from 'zod';

export const Locale = z.enum(['vi', 'en']);
export type Locale = z.infer<typeof Locale>;

/** A text a citizen reads. Vietnamese always; English where promised. In files a bare string means Vietnamese only. */
export const LocalText = z.union([
  z
    .string()
    .trim()
    .min(1)
    .transform((vi) => ({ vi })),
  z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1).optional() }),
]);
export type LocalText = z.output<typeof LocalText>;

/** The text in the reader's language; Vietnamese, the binding one, when there is no translation. */
export const inLocale = (text: LocalText, locale: Locale): string => {
  const english = 'en' in text ? text.en : undefined;
  return locale === 'en' ? (english ?? text.vi) : text.vi;
};
