import { lastDayOf } from '../../../data/answers/preparation/preparation.js';
import { readPreparation } from '../../../data/answers/preparation/preparation-code.js';
import type { Locale } from '../../../data/language/locale.js';
import { siteContext } from '../procedures/site-context.js';
import type { SiteParts } from '../procedures/site-context.js';
import { freshPage } from '../procedures/site-page.js';
import { brokenPage, changedPage, expiredPage } from './old-list-page.js';
import { listPage } from './list-page.js';

/** The lists of papers behind short links: what is in the code chooses, what is on the page is in the record. */
export const createPreparingSite = (parts: SiteParts) => ({
  /** 404 for a link that is none, 410 for one whose time is over or whose procedure has changed. */
  list(code: string, { locale }: { locale: Locale }) {
    const context = siteContext(parts, locale);
    const read = readPreparation(code, parts.catalogue);
    if (read.outcome === 'unreadable') return freshPage(brokenPage(code, context), context, 404);
    if (read.outcome === 'changed') return freshPage(changedPage(code, read, context), context, 410);
    const { preparation } = read;
    // Nobody makes a list for a day to come.
    if (preparation.day > context.today) return freshPage(brokenPage(code, context), context, 404);
    return context.today > lastDayOf(preparation)
      ? freshPage(expiredPage(code, preparation, context), context, 410)
      : freshPage(listPage(preparation, context), context);
  },
});
