import { html } from '../html.js';
import { pageFrame } from '../page-frame.js';
import type { PageContent, SiteContext } from './site-context.js';

/** A page that may be kept for a while: records change when the office imports, a notice may begin at midnight. */
export const sitePage = (content: PageContent, context: SiteContext) => ({
  ...freshPage(content, context),
  cacheControl: 'public, max-age=300',
});

/** A page nobody keeps: not found, or what somebody asked for. */
export const freshPage = (content: PageContent, { office, locale, say }: SiteContext, status = 200) => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body: pageFrame({ office, locale, say, ...content, head: html`${STYLE}${content.head}` }),
  cacheControl: 'no-store',
});

const STYLE = html`<link rel="stylesheet" href="/procedures/procedures.css" />`;
