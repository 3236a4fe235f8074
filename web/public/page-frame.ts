import type { Locale } from '../../data/language/locale.js';
import type { OfficeProfile } from '../../data/office/office-profile.js';
import type { Say } from '../../data/texts/texts.js';
import { html, markupOf } from './html.js';
import type { Html } from './html.js';
import { inLanguage } from './in-language.js';

export interface PageFrame {
  locale: Locale;
  say: Say;
  office: OfficeProfile;
  /** Without the office's name, which is added. */
  title: string;
  /** One or two sentences for search engines. */
  description: string;
  /** Path and query of this page; the language links lead to it. */
  path: string;
  main: Html;
  /** Canonical link, structured data, scripts. */
  head?: Html;
  /** For the style: `chat` fills the screen below the header. */
  kind?: 'reading' | 'chat';
}

/** A whole document: one header, one main, one footer, the same on every public page. */
export const pageFrame = (frame: PageFrame): string => {
  const { locale, say, title, description, main, head, kind = 'reading' } = frame;
  const document = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} | ${officeName(frame)}</title>
        <meta name="description" content="${description}" />
        <meta name="theme-color" content="#7d1a1f" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/pages.css" />
        ${head}
      </head>
      <body class="${kind}">
        <a class="skip" href="#main">${say('site.skip')}</a>
        ${header(frame)}
        <main id="main" tabindex="-1">${main}</main>
        ${footer(frame)}
      </body>
    </html> `;
  return markupOf(document);
};

export const officeName = ({ office, locale }: Pick<PageFrame, 'office' | 'locale'>): string =>
  locale === 'en' ? (office.nameEn ?? office.name) : office.name;

const header = (frame: PageFrame): Html => {
  const { locale, say, office, path } = frame;
  const nameLanguage = office.nameEn === null ? 'vi' : locale;
  const link = (to: string, text: string): Html => {
    const here = path.split('?')[0] === to ? 'page' : 'false';
    return html`<li><a href="${inLanguage(to, locale)}" aria-current="${here}">${text}</a></li>`;
  };
  return html`<header class="site-head">
    <div class="site-row">
      <a class="site-name" href="${inLanguage('/', locale)}">
        <span class="site-service">${say('site.service')}</span>
        <span class="site-office" lang="${nameLanguage}">${officeName(frame)}</span>
      </a>
      <nav aria-label="${say('site.pages')}">
        <ul>
          ${link('/thu-tuc', say('site.procedures'))} ${link('/gop-y', say('site.feedback'))}
          ${link('/', say('site.ask'))}
        </ul>
      </nav>
    </div>
  </header>`;
};

const footer = ({ locale, say, office, path }: PageFrame): Html => {
  const other: Locale = locale === 'vi' ? 'en' : 'vi';
  const name = other === 'en' ? 'English' : 'Tiếng Việt';
  return html`<footer class="site-foot">
    <div class="site-row">
      <p>${say('site.hotline')} ${hotline(office, say, locale)}</p>
      <p><a href="${inLanguage(path, other)}" lang="${other}" hreflang="${other}">${name}</a></p>
    </div>
  </footer>`;
};

const hotline = ({ hotline: line }: OfficeProfile, say: Say, locale: Locale): Html => {
  if (line === null) return html`<strong>${say('office.notConfigured')}</strong>`;
  const hours =
    locale === 'en' && line.hoursEn === null
      ? html`<span lang="vi">${line.hours}</span>`
      : ((locale === 'en' ? line.hoursEn : null) ?? line.hours);
  const number = line.number.replace(/[^+\d]/g, '');
  return html`<a href="tel:${number}"><strong>${line.number}</strong></a> (${hours})`;
};
