import { EXAMPLE_ANSWER_CODE } from '../../../data/answers/receipt/answer-code.js';
import { unknownAnswerText } from '../../../data/answers/receipt/unknown-answer-text.js';
import { html } from '../html.js';
import { inLanguage } from '../in-language.js';
import { faultOf } from '../form-field.js';
import { notForSearchEngines } from '../procedures/canonical-head.js';
import type { PageContent, SiteContext } from '../procedures/site-context.js';

const LONGEST_SHOWN = 40;

/** Where a code is typed; again with what was wrong with it. */
export const codePage = (
  { typed, wrong }: { typed: string; wrong: 'mistyped' | 'unknown' | null },
  context: SiteContext,
): PageContent => {
  const { say, locale } = context;
  const example = EXAMPLE_ANSWER_CODE;
  const code = typed.slice(0, LONGEST_SHOWN);
  const fault =
    wrong && (wrong === 'unknown' ? unknownAnswerText(code, context) : say('receipt.mistyped', { example }));
  return {
    title: say('receipt.enterTitle'),
    description: say('receipt.enterLead'),
    path: inLanguage('/tra-loi', locale),
    head: html`${notForSearchEngines()}<link rel="stylesheet" href="/preparing/check-list.css" />`,
    main: html`<div class="list">
      <h1>${say('receipt.enterTitle')}</h1>
      <p class="lead">${say('receipt.enterLead')}</p>
      <form class="search" method="get" action="/tra-loi">
        ${locale === 'en' && html`<input type="hidden" name="lang" value="en" />`}
        <label for="ma">${say('receipt.enterLabel')}</label>
        ${
          fault === null
            ? html`<p id="ma-hint" class="quiet">${say('receipt.enterHint', { example })}</p>`
            : faultOf('ma', fault)
        }
        <div>
          <input
            type="search"
            id="ma"
            name="ma"
            value="${code}"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-describedby="${fault === null ? 'ma-hint' : 'ma-fault'}"
            aria-invalid="${fault === null ? 'false' : 'true'}"
          />
          <button class="do">${say('receipt.enter')}</button>
        </div>
      </form>
    </div>`,
  };
};
