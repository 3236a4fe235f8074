import type { AnswerContext } from '../../../data/answers/answer-context.js';
import { dayOf } from '../../../data/calendar/day.js';
import type { DueDateRules } from '../../../data/calendar/due-date-rules.js';
import type { Clock } from '../../../data/clock.js';
import type { UsualTimes } from '../../../data/dossiers/lateness/usual-times.js';
import type { Locale } from '../../../data/language/locale.js';
import type { OfficeProfile } from '../../../data/office/office-profile.js';
import type { Catalogue } from '../../../data/procedures/catalogue.js';
import type { Texts } from '../../../data/texts/texts.js';
import type { Html } from '../html.js';

/** What the pages of procedures are made from. */
export interface SiteParts {
  catalogue: Catalogue;
  office: OfficeProfile;
  dueDates: DueDateRules;
  usualTimes: Pick<UsualTimes, 'of'>;
  texts: Texts;
  clock: Clock;
  /** `https://motcua.tinh.gov.vn`: pages name their own address, print it and list it for search engines. */
  publicUrl: string | null;
}

/** What every page of procedures knows. */
export interface SiteContext extends AnswerContext {
  catalogue: Catalogue;
  /** Null where the office has not set it: then nothing names the page's own address. */
  publicUrl: string | null;
}

/** What a page has to say, before it is framed. */
export interface PageContent {
  title: string;
  description: string;
  /** Path and query; the language link leads to it. */
  path: string;
  head?: Html;
  main: Html;
}

/** For one request: now, in the reader's language. */
export const siteContext = (parts: SiteParts, locale: Locale): SiteContext => {
  const { catalogue, office, dueDates, usualTimes, texts, publicUrl } = parts;
  const now = parts.clock.now();
  const { edition } = catalogue;
  const say = texts[locale];
  return { catalogue, office, publicUrl, locale, say, now, today: dayOf(now), dueDates, usualTimes, edition };
};
