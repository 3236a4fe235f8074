import { inLocale } from '../../../../data/language/locale.js';
import { FieldId } from '../../../../data/procedures/procedure.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { inLanguage } from '../../in-language.js';
import { localText } from '../mark-vietnamese.js';
import type { PageContent, SiteContext } from '../site-context.js';
import { canonicalHead } from '../canonical-head.js';
import { entries } from './entries.js';
import { searchBox } from './search-box.js';

/** The procedures of one field or of one event in life; null when there is no such field or event. */
export const chosenPage = (
  { field, situation }: { field?: string; situation?: string },
  context: SiteContext,
): PageContent | null => {
  const { catalogue, say, locale } = context;
  const known = FieldId.safeParse(field).data;
  if (known !== undefined)
    return page(
      say(`field.${known}`),
      html`${say(`field.${known}`)}`,
      `field=${known}`,
      catalogue.byField(known),
      context,
    );
  const event = catalogue.lifeEvents.find(({ id }) => id === situation);
  if (event === undefined) return null;
  const procedures = event.procedures.flatMap((code) => catalogue.find(code) ?? []);
  const title = inLocale(event.title, locale);
  return page(title, localText(event.title, locale), `situation=${event.id}`, procedures, context);
};

const page = (
  title: string,
  heading: Html,
  query: string,
  procedures: readonly Procedure[],
  context: SiteContext,
): PageContent => {
  const { say, locale } = context;
  const count = say('site.count', { count: procedures.length });
  return {
    title,
    description: `${title}: ${count}. ${say('site.listPromise')}`,
    path: inLanguage(`/thu-tuc?${query}`, locale),
    head: html`${canonicalHead(`/thu-tuc?${query}`, context)}`,
    main: html`<div class="list">
      <nav class="crumbs" aria-label="${say('site.where')}">
        <a href="${inLanguage('/thu-tuc', locale)}">${say('site.procedures')}</a>
      </nav>
      <h1>${heading}</h1>
      <p class="quiet">${count}</p>
      ${entries(procedures, context)} ${searchBox(context)}
    </div>`,
  };
};
