import type { LifeEvent } from '../../../../data/procedures/catalogue.js';
import { FIELDS } from '../../../../data/procedures/procedure.js';
import type { FieldId } from '../../../../data/procedures/procedure.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { inLanguage } from '../../in-language.js';
import { localText } from '../mark-vietnamese.js';
import type { PageContent, SiteContext } from '../site-context.js';
import { canonicalHead } from '../canonical-head.js';
import { searchBox } from './search-box.js';

/** `/thu-tuc`: ask, or choose by what happens in life, or by field. */
export const frontPage = (context: SiteContext): PageContent => {
  const { say, catalogue, locale } = context;
  const lead = say('site.listLead', { count: catalogue.all.length });
  return {
    title: say('site.listTitle'),
    description: lead,
    path: inLanguage('/thu-tuc', locale),
    head: html`${canonicalHead('/thu-tuc', context)}`,
    main: html`<div class="list">
      <h1>${say('site.listTitle')}</h1>
      <p class="lead">${lead}</p>
      ${searchBox(context)}
      <div class="ways-in">
        <section aria-labelledby="situations">
          <h2 id="situations">${say('site.bySituation')}</h2>
          ${FIELDS.map((field) => situations(field, context))}
        </section>
        <section aria-labelledby="fields">
          <h2 id="fields">${say('site.byField')}</h2>
          <ul class="ways">
            ${FIELDS.map((field) => fieldLink(field, context))}
          </ul>
          <p><a href="${inLanguage('/thu-tuc/moi', locale)}">${say('site.changesTitle')}</a></p>
        </section>
      </div>
    </div>`,
  };
};

const fieldLink = (field: FieldId, { say, catalogue, locale }: SiteContext): Html | null => {
  const count = catalogue.byField(field).length;
  return count === 0
    ? null
    : html`<li>
        <a href="${inLanguage(`/thu-tuc?field=${field}`, locale)}"
          >${say(`field.${field}`)} <span class="count">${say('site.count', { count })}</span></a
        >
      </li>`;
};

const situations = (field: FieldId, context: SiteContext): Html | null => {
  const { say, catalogue, locale } = context;
  const events = catalogue.lifeEvents.filter((event) => fieldOf(event, context) === field);
  return events.length === 0
    ? null
    : html`<details>
        <summary>
          ${say(`field.${field}`)}
          <span class="count">${say('site.situations', { count: events.length })}</span>
        </summary>
        <ul class="ways">
          ${events.map(
            ({ id, title }) =>
              html`<li>
                <a href="${inLanguage(`/thu-tuc?situation=${id}`, locale)}">${localText(title, locale)}</a>
              </li>`,
          )}
        </ul>
      </details>`;
};

/** An event stands under the field of its first, most likely procedure. */
const fieldOf = ({ procedures: [first = ''] }: LifeEvent, { catalogue }: SiteContext): FieldId | undefined =>
  catalogue.find(first)?.field;
