import type { Card } from '../../../../data/answers/card.js';
import { inLocale } from '../../../../data/language/locale.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import { html, raw } from '../../html.js';
import type { Html } from '../../html.js';
import { officeName } from '../../page-frame.js';
import type { SiteContext } from '../site-context.js';
import { canonicalHead } from '../canonical-head.js';
import { recordPath } from './record-path.js';

/** What search engines read: this page's own address, its other language, and schema.org's GovernmentService. */
export const recordHead = (procedure: Procedure, card: Card, context: SiteContext): Html => {
  const path = recordPath(procedure, {}, 'vi');
  const url = context.publicUrl && `${context.publicUrl}${recordPath(procedure, {}, context.locale)}`;
  const service = governmentService(procedure, card, context, url);
  return html`${canonicalHead(path, context)}
    <script type="application/ld+json">
      ${raw(embeddable(service))}
    </script>`;
};

const governmentService = (procedure: Procedure, card: Card, context: SiteContext, url: string | null) => ({
  '@context': 'https://schema.org',
  '@type': 'GovernmentService',
  name: card.title,
  alternateName: procedure.name,
  identifier: procedure.code,
  description: inLocale(procedure.summary, context.locale),
  serviceType: context.say(`field.${procedure.field}`),
  provider: { '@type': 'GovernmentOrganization', name: officeName(context) },
  ...(url !== null && { url }),
  sameAs: card.links.map((link) => link.url),
});

/** JSON inside a script element: no text may end the element (HTML standard, 4.12.1.3). */
const embeddable = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
