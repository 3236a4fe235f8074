import type { Locale } from '../../data/language/locale.js';
import type { OfficeProfile } from '../../data/office/office-profile.js';
import type { Say } from '../../data/texts/texts.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { inLanguage } from './in-language.js';
import { officeName, pageFrame } from './page-frame.js';

interface IndexPage {
  office: OfficeProfile;
  locale: Locale;
  say: Say;
  /** The widget's script; with a version in it, it may be cached for good. */
  widgetUrl?: string;
  /** What the reader came to ask, from a procedure's page: `/?hoi=1.014199`. */
  start?: string | undefined;
}

/** What one message may hold is more; an address should not. */
const LONGEST_START = 300;

/** The page at `/`: the chat, whose it is, and the ways that need no chat. */
export const indexPage = (page: IndexPage): string => {
  const { say } = page;
  return pageFrame({
    ...page,
    title: say('site.service'),
    description: say('page.promise'),
    path: '/',
    kind: 'chat',
    head: html`<link rel="stylesheet" href="/chat-page.css" />`,
    main: html`<div class="hall">${about(page)} ${chat(page)}</div>`,
  });
};

const about = (page: IndexPage): Html => {
  const { say, locale } = page;
  return html`<section class="about" aria-labelledby="office">
    <h1 id="office">${officeName(page)}</h1>
    <p class="promise">${say('page.promise')}</p>
    <p class="call">${say('site.hotline')} ${hotline(page)}</p>
    <ul>
      <li><a href="${inLanguage('/gop-y', locale)}">${say('page.formLink')}</a></li>
      <li><a href="${inLanguage('/gop-y?xem=1', locale)}">${say('page.statusLink')}</a></li>
      <li><a href="${inLanguage('/tra-loi', locale)}">${say('receipt.enterTitle')}</a></li>
    </ul>
    <p class="privacy">${say('page.chatPrivacy')}</p>
  </section>`;
};

const chat = ({ locale, say, widgetUrl = '/widget.js', start = '' }: IndexPage): Html =>
  html`<div class="chat-room">
    <noscript>
      <div class="no-script">
        <p>${say('page.noScript')}</p>
        <p><a class="do" href="${inLanguage('/gop-y', locale)}">${say('page.formLink')}</a></p>
      </div>
    </noscript>
    <script
      src="${widgetUrl}"
      data-mode="page"
      data-lang="${locale}"
      data-start="${start.slice(0, LONGEST_START)}"
      async
    ></script>
  </div>`;

/** Number and hours, or that the office has not set them. */
const hotline = ({ office, locale, say }: IndexPage): Html => {
  if (office.hotline === null) return html`<strong>${say('office.notConfigured')}</strong>`;
  const { number, hours, hoursEn } = office.hotline;
  const call = html`<a href="tel:${number.replace(/[^+\d]/g, '')}">${number}</a>`;
  if (locale === 'vi') return html`${call} (${hours})`;
  return hoursEn === null ? html`${call} (<span lang="vi">${hours}</span>)` : html`${call} (${hoursEn})`;
};
