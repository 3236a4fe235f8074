import { html } from '../../html.js';
import { inLanguage } from '../../in-language.js';
import type { PageContent, SiteContext } from '../site-context.js';
import { notForSearchEngines } from '../canonical-head.js';
import { searchBox } from './search-box.js';

/** There is no such procedure: say so, and help to find the right one. */
export const missingPage = (code: string, context: SiteContext): PageContent => {
  const { say, locale } = context;
  const shown = code.slice(0, 40);
  const title = say('site.missingTitle', { code: shown });
  return {
    title,
    description: say('site.missingHelp'),
    path: inLanguage('/thu-tuc', locale),
    head: notForSearchEngines(),
    main: html`<div class="list">
      <h1>${title}</h1>
      <p class="lead">${say('site.missingHelp')}</p>
      ${searchBox(context)}
      <p class="actions">
        <a class="do" href="${inLanguage('/thu-tuc', locale)}">${say('site.allProcedures')}</a>
        <a href="${inLanguage('/', locale)}">${say('site.ask')}</a>
      </p>
    </div>`,
  };
};
