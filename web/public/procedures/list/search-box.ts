import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { SiteContext } from '../site-context.js';

/** Asks as in the chat; works without scripts. */
export const searchBox = ({ say, locale }: SiteContext, query = ''): Html =>
  html`<form class="search" role="search" method="get" action="/thu-tuc">
    ${locale === 'en' && html`<input type="hidden" name="lang" value="en" />`}
    <label for="q">${say('site.searchLabel')}</label>
    <p id="q-hint" class="quiet">${say('site.searchHint')}</p>
    <div>
      <input
        type="search"
        id="q"
        name="q"
        value="${query}"
        maxlength="${LONGEST_QUERY}"
        aria-describedby="q-hint"
        autocomplete="off"
      />
      <button class="do">${say('site.search')}</button>
    </div>
  </form>`;

/** Longer stories are for the chat. */
export const LONGEST_QUERY = 200;
