import type { Procedure } from '../../../../data/procedures/procedure.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { localText } from '../mark-vietnamese.js';
import type { SiteContext } from '../site-context.js';
import { recordPath } from './record-path.js';

/** The other procedures of the same events in life, the closest event first; null when there are none. */
export const relatedProcedures = (
  { code }: Procedure,
  { catalogue, say, locale }: SiteContext,
): Html | null => {
  const codes = catalogue.lifeEvents
    .filter(({ procedures }) => procedures.includes(code))
    .sort((one, other) => one.procedures.length - other.procedures.length)
    .flatMap(({ procedures }) => procedures);
  const others = [...new Set(codes)].flatMap((other) =>
    other === code ? [] : (catalogue.find(other) ?? []),
  );
  if (others.length === 0) return null;
  return html`<section class="no-print" aria-labelledby="related-title">
    <h2 id="related-title">${say('site.related')}</h2>
    <ul class="ways">
      ${others
        .slice(0, MOST)
        .map(
          (other) =>
            html`<li><a href="${recordPath(other, {}, locale)}">${localText(other.title, locale)}</a></li>`,
        )}
    </ul>
  </section>`;
};

const MOST = 6;
