import { procedureTimes } from '../../../../data/answers/procedure-times.js';
import { countDocuments } from '../../../../data/answers/procedure-documents.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { createMark, localText } from '../mark-vietnamese.js';
import { recordPath } from '../record/record-path.js';
import type { SiteContext } from '../site-context.js';

/** Procedures to choose from: what each is for and how long it takes. */
export const entries = (procedures: readonly Procedure[], context: SiteContext): Html =>
  html`<ul class="entries">
    ${procedures.map((procedure) => html`<li>${entry(procedure, context)}</li>`)}
  </ul>`;

const entry = (procedure: Procedure, context: SiteContext): Html => {
  const { say, locale } = context;
  const mark = createMark(locale, [procedure, context.office]);
  const time = procedureTimes(procedure, {}, context).main;
  return html`<a href="${recordPath(procedure, {}, locale)}">${localText(procedure.title, locale)}</a>
    <p>${localText(procedure.summary, locale)}</p>
    <p class="quiet">
      ${say('site.timeShort')} ${mark(time)} · ${papers(procedure, context)} · ${say('site.codeShort')}
      ${procedure.code}
    </p>`;
};

const papers = ({ documents, questions }: Procedure, { say }: SiteContext): string => {
  if (documents === null) return `${say('procedure.papers')}: ${say('procedure.unknown')}`;
  if (questions.length > 0) return say('site.papersDepend');
  return `${say('procedure.papers')}: ${say('procedure.paperCount', { count: countDocuments(documents) })}`;
};
