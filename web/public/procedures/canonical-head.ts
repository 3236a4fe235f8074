import { html } from '../html.js';
import type { Html } from '../html.js';
import { inLanguage } from '../in-language.js';
import type { SiteContext } from './site-context.js';

/** The page's own address and its other language, where the office's public address is known. */
export const canonicalHead = (path: string, { publicUrl, locale }: SiteContext): Html | null => {
  if (publicUrl === null) return null;
  const at = (language: 'vi' | 'en'): string => `${publicUrl}${inLanguage(path, language)}`;
  return html`<link rel="canonical" href="${at(locale)}" />
    <link rel="alternate" hreflang="vi" href="${at('vi')}" />
    <link rel="alternate" hreflang="en" href="${at('en')}" />`;
};

/** Results of a search are no page of their own for a search engine. */
export const notForSearchEngines = (): Html => html`<meta name="robots" content="noindex" />`;
