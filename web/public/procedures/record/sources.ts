import { editionText } from '../../../../data/answers/procedure-card.js';
import { formatDay } from '../../../../data/calendar/day.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { Mark } from '../mark-vietnamese.js';
import type { SiteContext } from '../site-context.js';

/** Where all this is from and how far it can be trusted. */
export const recordSources = (procedure: Procedure, { say, edition }: SiteContext, mark: Mark): Html => {
  const { publishedBy, verifiedOn, effectiveFrom, effectiveTo, sources } = procedure;
  const lines = [
    say('site.verifiedOn', { day: formatDay(verifiedOn), edition: editionText(edition, say) }),
    publishedBy === null ? say('site.decisionUnknown') : say('site.publishedBy', { decision: publishedBy }),
    ...(effectiveFrom === null ? [] : [say('site.effectiveFrom', { day: formatDay(effectiveFrom) })]),
    ...(effectiveTo === null ? [] : [say('site.effectiveTo', { day: formatDay(effectiveTo) })]),
    ...(procedure.levelSource === 'deduced' ? [say('site.levelsDeduced')] : []),
  ];
  return html`<ul>
    ${lines.map((line) => html`<li>${mark(line)}</li>`)}
    ${sources.map(
      ({ url, date, note }) =>
        html`<li class="source">
          <a href="${url}" rel="external">${new URL(url).hostname}</a>, ${formatDay(date)}
          ${note !== null && html`<span class="note">${mark(note)}</span>`}
        </li>`,
    )}
  </ul>`;
};
