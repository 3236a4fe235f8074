import { inLocale } from '../../../data/language/locale.js';
import type { Locale, LocalText } from '../../../data/language/locale.js';
import { html } from '../html.js';
import type { Html } from '../html.js';

export type Mark = (text: string) => Html;

/**
 * Wraps what has no English on an English page in `lang="vi"`, also inside a longer sentence: a screen reader then
 * reads it as Vietnamese (WCAG 3.1.2). `sources`: the records the sentences are made of.
 */
export const createMark = (locale: Locale, sources: readonly unknown[]): Mark => {
  const parts = locale === 'vi' ? [] : [...new Set(sources.flatMap((source) => untranslated(source)))];
  if (parts.length === 0) return (text) => html`${text}`;
  const longestFirst = parts.sort((one, other) => other.length - one.length).map((part) => escaped(part));
  const known = new RegExp(`(?<![\\p{L}\\p{N}])(${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  return (text) =>
    html`${text.split(known).map((part, index) => (index % 2 === 1 ? html`<span lang="vi">${part}</span>` : part))}`;
};

/** One text in the reader's language, marked when it is not. */
export const localText = (text: LocalText, locale: Locale): Html => {
  const said = inLocale(text, locale);
  return locale === 'en' && lacksEnglish(text) ? html`<span lang="vi">${said}</span>` : html`${said}`;
};

/** Whether a reader of English meets a sentence without English in it. */
export const lacksEnglish = (source: unknown): boolean => {
  if (typeof source !== 'object' || source === null) return false;
  if ('vi' in source) return !('en' in source) || source.en === undefined;
  return Object.values(source).some((part) => lacksEnglish(part));
};

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Letters only Vietnamese has: what lacks them is a code, a number, an address or reads the same. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

const untranslated = (source: unknown): string[] => {
  if (typeof source === 'string') return VIETNAMESE.test(source) ? [source] : [];
  if (typeof source !== 'object' || source === null) return [];
  if ('vi' in source && !lacksEnglish(source)) return [];
  return Object.values(source).flatMap((part) => untranslated(part));
};
