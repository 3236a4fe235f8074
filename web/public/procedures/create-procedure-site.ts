import type { Locale } from '../../../data/language/locale.js';
import { readCaseAnswers } from '../../../data/procedures/read-case-answers.js';
import type { Understand } from '../../../data/understanding/understanding.js';
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
import { siteContext } from './site-context.js';
import type { SiteParts } from './site-context.js';
import { freshPage, sitePage } from './site-page.js';

export interface ProcedureSiteParts extends SiteParts {
  understand: Understand;
}

interface Request {
  locale: Locale;
  fields: Readonly<Record<string, string>>;
}

/** The public pages and data of procedures. Every answer is made anew from the records; nothing is kept. */
export const createProcedureSite = (parts: ProcedureSiteParts) => {
  const { catalogue, understand, texts, publicUrl } = parts;
  return {
    list({ locale, fields }: Request) {
      const context = siteContext(parts, locale);
      const query = fields['q']?.trim().slice(0, LONGEST_QUERY) ?? '';
      // What somebody asks for can say much about them: no cache keeps it.
      if (query !== '') return freshPage(resultsPage(query, understand, context), context);
      return sitePage(chosenPage(fields, context) ?? frontPage(context), context);
    },
    record(code: string, { locale, fields }: Request) {
      const context = siteContext(parts, locale);
      const procedure = catalogue.find(code);
      if (procedure === null) return freshPage(missingPage(code, context), context, 404);
      return sitePage(recordPage(procedure, readCaseAnswers(procedure.questions, fields), context), context);
    },
    changes({ locale }: Request) {
      const context = siteContext(parts, locale);
      return sitePage(changesPage(context), context);
    },
    sitemap: () => sitemap(catalogue, publicUrl),
    robots: () => robots(publicUrl),
    apiList: ({ locale, fields }: Request) => listApi(fields, { catalogue, understand, say: texts[locale] }),
    apiRecord: (code: string, { locale }: Request) => recordApi(code, { catalogue, say: texts[locale] }),
    openApi: () => openApi(publicUrl),
  };
};
