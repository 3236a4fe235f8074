import type { Locale } from '../../../data/language/locale.js';
import type { OfficeProfile } from '../../../data/office/office-profile.js';
import type { Say } from '../../../data/texts/texts.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { pageFrame } from '../page-frame.js';

export interface FeedbackPage {
  office: OfficeProfile;
  locale: Locale;
  say: Say;
}

interface Contents {
  title: string;
  path: '/gop-y' | '/gop-y?xem=1';
  /** Something is wrong with what was sent: said in the title, which is read first. */
  wrong?: boolean;
  main: Html;
}

/** What the feedback pages have in common; they work without scripts. */
export const feedbackFrame = (page: FeedbackPage, { title, path, wrong = false, main }: Contents): string =>
  pageFrame({
    office: page.office,
    locale: page.locale,
    say: page.say,
    title: wrong ? `${page.say('page.errorPrefix')} ${title}` : title,
    description: page.say('page.formLead'),
    path,
    head: html`<link rel="stylesheet" href="/forms.css" />`,
    main: html`<div class="form-page">${main}</div>`,
  });
