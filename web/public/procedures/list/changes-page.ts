import { editionText } from '../../../../data/answers/procedure-card.js';
import { formatDay } from '../../../../data/calendar/day.js';
import { procedureChanges } from '../../../../data/procedures/procedure-changes.js';
import type { ProcedureChange } from '../../../../data/procedures/procedure-changes.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { inLanguage } from '../../in-language.js';
import { createMark, localText } from '../mark-vietnamese.js';
import { recordPath } from '../record/record-path.js';
import type { PageContent, SiteContext } from '../site-context.js';
import { canonicalHead } from '../canonical-head.js';

/** `/thu-tuc/moi`: what began, stops or changes, by day, as far as the records tell; the rest by its decision. */
export const changesPage = (context: SiteContext): PageContent => {
  const { say, locale, today, edition, catalogue } = context;
  const changes = procedureChanges(catalogue.all);
  const dated = changes.filter(({ day }) => day !== null);
  const coming = dated.filter(({ day }) => (day ?? '') > today).reverse();
  const past = dated.filter(({ day }) => (day ?? '') <= today);
  const lead = say('site.changesLead', { edition: editionText(edition, say) });
  return {
    title: say('site.changesTitle'),
    description: lead,
    path: inLanguage('/thu-tuc/moi', locale),
    head: html`${canonicalHead('/thu-tuc/moi', context)}`,
    main: html`<div class="list">
      <nav class="crumbs" aria-label="${say('site.where')}">
        <a href="${inLanguage('/thu-tuc', locale)}">${say('site.procedures')}</a>
      </nav>
      <h1>${say('site.changesTitle')}</h1>
      <p class="lead">${lead}</p>
      ${part('coming', say('site.changesComing'), coming, context)}
      ${part('past', say('site.changesPast'), past, context)}
      ${part(
        'undated',
        say('site.changesUndated'),
        changes.filter(({ day }) => day === null),
        context,
      )}
      ${decisions(context)}
    </div>`,
  };
};

const part = (
  id: string,
  heading: string,
  changes: readonly ProcedureChange[],
  context: SiteContext,
): Html | null =>
  changes.length === 0
    ? null
    : html`<section aria-labelledby="${id}">
        <h2 id="${id}">${heading}</h2>
        ${grouped(changes, ({ day }) => day ?? '').map(
          (those) => html`
            ${those[0]?.day && html`<h3>${formatDay(those[0].day)}</h3>`}
            <ul class="entries">
              ${grouped(those, ({ kind, text }) => `${kind} ${text?.vi ?? ''}`).map(
                (same) => html`<li>${entry(same, context)}</li>`,
              )}
            </ul>
          `,
        )}
      </section>`;

/** One decision often changes several procedures in the same words. */
const entry = (same: readonly ProcedureChange[], { say, locale }: SiteContext): Html => {
  const [first] = same;
  if (first === undefined) return html``;
  const mark = createMark(locale, [first.source]);
  return html`<p>
      <strong class="kind">${say(`change.${first.kind}`)}</strong>
      ${first.text && localText(first.text, locale)}
    </p>
    <ul class="plain">
      ${same.map(({ procedure }) => html`<li>${named(procedure, locale)}${replacement(procedure, say)}</li>`)}
    </ul>
    ${first.source !== null && html`<p class="quiet">${mark(say('site.changeSource', { source: first.source }))}</p>`}`;
};

const replacement = ({ replacedBy }: Procedure, say: SiteContext['say']): string | null =>
  replacedBy === null ? null : `. ${say('procedure.replacedBy', { code: replacedBy })}`;

const named = (procedure: Procedure, locale: SiteContext['locale']): Html =>
  html`<a href="${recordPath(procedure, {}, locale)}">${localText(procedure.title, locale)}</a>
    (${procedure.code})`;

/** The decisions that publish procedures, whose day no source gives. */
const decisions = ({ say, locale, catalogue }: SiteContext): Html => {
  const published = grouped(
    catalogue.all.filter(({ publishedBy }) => publishedBy !== null),
    ({ publishedBy }) => publishedBy ?? '',
  ).sort((one, other) => other.length - one.length);
  const unknown = catalogue.all.length - published.flat().length;
  return html`<section aria-labelledby="decisions">
    <h2 id="decisions">${say('site.decisions')}</h2>
    <p>${say('site.decisionsLead', { unknown })}</p>
    ${published.map(
      (those) =>
        html`<details>
          <summary>
            <span lang="vi">${those[0]?.publishedBy}</span>
            <span class="count">${say('site.count', { count: those.length })}</span>
          </summary>
          <ul class="plain">
            ${those.map((procedure) => html`<li>${named(procedure, locale)}</li>`)}
          </ul>
        </details>`,
    )}
  </section>`;
};

/** In the order of first appearance. */
const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
};
