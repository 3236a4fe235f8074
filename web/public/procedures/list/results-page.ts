import { ProcedureCode } from '../../../../data/procedures/procedure.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import type { Candidate, Understand, Understanding } from '../../../../data/understanding/understanding.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { inLanguage } from '../../in-language.js';
import { localText } from '../mark-vietnamese.js';
import { relatedProcedures } from '../record/related.js';
import type { PageContent, SiteContext } from '../site-context.js';
import { notForSearchEngines } from '../canonical-head.js';
import { entries } from './entries.js';
import { searchBox } from './search-box.js';

/** What the chat would answer: one procedure, a few to choose from, another authority, or honestly nothing. */
export const resultsPage = (query: string, understand: Understand, context: SiteContext): PageContent => {
  const { say, locale } = context;
  const title = say('site.resultsTitle', { query });
  const fields = new URLSearchParams({ q: query }).toString();
  return {
    title,
    description: say('site.listPromise'),
    path: inLanguage(`/thu-tuc?${fields}`, locale),
    head: notForSearchEngines(),
    main: html`<div class="list">
      <nav class="crumbs" aria-label="${say('site.where')}">
        <a href="${inLanguage('/thu-tuc', locale)}">${say('site.procedures')}</a>
      </nav>
      <h1>${title}</h1>
      ${found(query, understand, context)}
      <p class="actions">
        <a class="do" href="${inLanguage(`/?${new URLSearchParams({ hoi: query }).toString()}`, locale)}"
          >${say('site.askThis')}</a
        >
        <a href="${inLanguage('/thu-tuc', locale)}">${say('site.allProcedures')}</a>
      </p>
      ${searchBox(context, query)}
    </div>`,
  };
};

const found = (query: string, understand: Understand, context: SiteContext): Html => {
  const exact = ProcedureCode.safeParse(query).success ? context.catalogue.find(query) : null;
  if (exact !== null) return best(exact, context);
  const understanding = understand(query, { procedureCode: null });
  const [first, ...others] = proceduresOf(understanding.candidates, context);
  if (first === undefined) return nothing(understanding, context);
  if (understanding.outcome === 'answer') return best(first, context);
  return html`<p class="lead">${context.say('site.choices')}</p>
    ${entries([first, ...others], context)}`;
};

const best = (procedure: Procedure, context: SiteContext): Html =>
  html`<h2>${context.say('site.best')}</h2>
    ${entries([procedure], context)} ${relatedProcedures(procedure, context)}`;

const nothing = ({ intent, referral, near }: Understanding, context: SiteContext): Html => {
  const { say, locale } = context;
  if (referral !== null)
    return html`<div class="notice info">
      <p>${say('main.referral', { where: '' })} ${localText(referral.text, locale)}</p>
    </div>`;
  const nearest = proceduresOf(near, context);
  if (nearest.length > 0)
    return html`<p class="lead">${say('main.notFoundNear')}</p>
      ${entries(nearest, context)}`;
  return html`<div class="notice info">
    <p>${say(intent === 'unknown' || intent === 'procedure' ? 'main.notFound' : 'site.notAProcedure')}</p>
  </div>`;
};

const proceduresOf = (candidates: readonly Candidate[], { catalogue }: SiteContext): Procedure[] =>
  candidates.flatMap(({ code }) => catalogue.find(code) ?? []);
