import { dayOf } from '../../../data/calendar/day.js';
import type { DueDateRules } from '../../../data/calendar/due-date-rules.js';
import type { Clock } from '../../../data/clock.js';
import type { UsualTimes } from '../../../data/dossiers/lateness/usual-times.js';
import type { Locale } from '../../../data/language/locale.js';
import type { OfficeProfile } from '../../../data/office/office-profile.js';
import type { Catalogue } from '../../../data/procedures/catalogue.js';
import { readCaseAnswers } from '../../../data/procedures/read-case-answers.js';
import type { Texts } from '../../../data/texts/texts.js';
import type { Understand } from '../../../data/understanding/understanding.js';
import { html } from '../html.js';
import { pageFrame } from '../page-frame.js';
import { listApi, recordApi } from './api/answers.js';
import { openApi } from './api/open-api.js';
import { changesPage } from './list/changes-page.js';
import { chosenPage } from './list/chosen-page.js';
import { frontPage } from './list/front-page.js';
import { missingPage } from './list/missing-page.js';
import { resultsPage } from './list/results-page.js';
import { LONGEST_QUERY } from './list/search-box.js';
import { recordPage } from './record/record-page.js';
import { robots, sitemap } from './site-files.js';
import type { PageContent, SiteContext } from './site-context.js';

export interface ProcedureSiteParts {
  catalogue: Catalogue;
  understand: Understand;
  office: OfficeProfile;
  dueDates: DueDateRules;
  usualTimes: Pick<UsualTimes, 'of'>;
  texts: Texts;
  clock: Clock;
  /** `https://motcua.tinh.gov.vn`: pages name their own address, print it and list it for search engines. */
  publicUrl: string | null;
}

interface Request {
  locale: Locale;
  fields: Readonly<Record<string, string>>;
}

/** The public pages and data of procedures. Every answer is made anew from the records; nothing is kept. */
export const createProcedureSite = (parts: ProcedureSiteParts) => {
  const { catalogue, understand, office, dueDates, usualTimes, texts, clock, publicUrl } = parts;
  const contextOf = (locale: Locale): SiteContext => ({
    catalogue,
    office,
    publicUrl,
    locale,
    say: texts[locale],
    now: clock.now(),
    today: dayOf(clock.now()),
    dueDates,
    usualTimes,
    edition: catalogue.edition,
  });
  return {
    list({ locale, fields }: Request) {
      const context = contextOf(locale);
      const query = fields['q']?.trim().slice(0, LONGEST_QUERY) ?? '';
      // What somebody asks for can say much about them: no cache keeps it.
      if (query !== '')
        return { ...shown(resultsPage(query, understand, context), context), cacheControl: 'no-store' };
      return shown(chosenPage(fields, context) ?? frontPage(context), context);
    },
    record(code: string, { locale, fields }: Request) {
      const context = contextOf(locale);
      const procedure = catalogue.find(code);
      if (procedure === null)
        return { ...shown(missingPage(code, context), context), status: 404, cacheControl: 'no-store' };
      return shown(recordPage(procedure, readCaseAnswers(procedure.questions, fields), context), context);
    },
    changes({ locale }: Request) {
      const context = contextOf(locale);
      return shown(changesPage(context), context);
    },
    sitemap: () => sitemap(catalogue, publicUrl),
    robots: () => robots(publicUrl),
    apiList: ({ locale, fields }: Request) => listApi(fields, { catalogue, understand, say: texts[locale] }),
    apiRecord: (code: string, { locale }: Request) => recordApi(code, { catalogue, say: texts[locale] }),
    openApi: () => openApi(publicUrl),
  };
};

const shown = (content: PageContent, { office, locale, say }: SiteContext) => ({
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: pageFrame({ office, locale, say, ...content, head: html`${STYLE}${content.head}` }),
  cacheControl: FRESH,
});

/** Records change when the office imports; a notice may begin or run out at midnight. */
const FRESH = 'public, max-age=300';

const STYLE = html`<link rel="stylesheet" href="/procedures/procedures.css" />`;
