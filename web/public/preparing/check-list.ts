import { openConditions, paperNotes } from '../../../data/answers/procedure-documents.js';
import { inLocale } from '../../../data/language/locale.js';
import type { Preparation } from '../../../data/answers/preparation/preparation.js';
import type { RequiredDocument } from '../../../data/procedures/procedure-case.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import type { Mark } from '../procedures/mark-vietnamese.js';
import type { SiteContext } from '../procedures/site-context.js';

export interface Reader {
  preparation: Preparation;
  context: SiteContext;
  mark: Mark;
}

/** One box for each need. They are for whoever holds the page: nothing ticked here is sent or kept. */
export const checkList = (needs: readonly RequiredDocument[][], ticked: boolean, reader: Reader): Html =>
  html`<ul class="checks">
    ${needs.map((need) => html`<li>${need.length === 1 ? single(need, ticked, reader) : oneOf(need, ticked, reader)}</li>`)}
  </ul>`;

const single = (need: readonly RequiredDocument[], ticked: boolean, reader: Reader): Html =>
  html`<label>${box(ticked)}<span>${need.map((document) => paper(document, reader))}</span></label>`;

/** One of several papers is enough: they share a box. */
const oneOf = (need: readonly RequiredDocument[], ticked: boolean, reader: Reader): Html =>
  html`<label>${box(ticked)}<span>${reader.context.say('site.oneOf')}</span></label>
    <ul>
      ${need.map((document) => html`<li>${paper(document, reader)}</li>`)}
    </ul>`;

/** Browsers that remember forms would show an old state. */
const box = (ticked: boolean): Html =>
  html`<input type="checkbox" autocomplete="off" ${ticked && html`checked`} />`;

const paper = (document: RequiredDocument, { preparation, context, mark }: Reader): Html => {
  const { say, locale } = context;
  const only = openConditions(preparation.procedure, document.when, preparation.answers, locale);
  const notes = [
    ...only.map((who) => say('procedure.onlyFor', { who })),
    ...paperNotes(document, say, locale),
  ];
  return html`${mark(inLocale(document.name, locale))}
  ${notes.map((note) => html`<span class="note">${mark(note)}</span>`)}`;
};
