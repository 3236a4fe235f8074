import { procedureCase } from '../../../../data/procedures/procedure-case.js';
import { documentChoices, openConditions, paperNotes } from '../../../../data/answers/procedure-documents.js';
import { inLocale } from '../../../../data/language/locale.js';
import type { CaseAnswers, RequiredDocument } from '../../../../data/procedures/procedure-case.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { Mark } from '../mark-vietnamese.js';
import type { SiteContext } from '../site-context.js';

/** The papers of a case; what is still open stands under the answers it is for, what everybody needs comes first. */
export const papersList = (
  procedure: Procedure,
  answers: CaseAnswers,
  context: SiteContext,
  mark: Mark,
): Html => {
  const groups = byCondition(procedure, answers, context);
  return html`${groups.map(
    ({ conditions, documents }) => html`
      ${groups.length > 1 && groupTitle(conditions, context, mark)}
      <ol class="papers">
        ${documentChoices(documents).map((choice) => html`<li>${paperChoice(choice, context, mark)}</li>`)}
      </ol>
    `,
  )}`;
};

interface PaperGroup {
  conditions: string[];
  documents: RequiredDocument[];
}

const byCondition = (procedure: Procedure, answers: CaseAnswers, { locale }: SiteContext): PaperGroup[] => {
  const everybody: PaperGroup = { conditions: [], documents: [] };
  const groups = new Map([['', everybody]]);
  for (const document of procedureCase(procedure, answers).documents) {
    const conditions = openConditions(procedure, document.when, answers, locale);
    const key = conditions.join('; ');
    const group = groups.get(key) ?? { conditions, documents: [] };
    group.documents.push(document);
    groups.set(key, group);
  }
  return [...groups.values()].filter(({ documents }) => documents.length > 0);
};

/** The narrowest condition names the group; the questions go from wide to narrow. */
const groupTitle = (conditions: readonly string[], { say }: SiteContext, mark: Mark): Html => {
  const narrowest = conditions.at(-1);
  if (narrowest === undefined) return html`<h3>${say('site.everybody')}</h3>`;
  const others = conditions.slice(0, -1).join('; ');
  return html`<h3>${mark(say('procedure.onlyFor', { who: narrowest }))}</h3>
    ${others !== '' && html`<p class="note">${mark(say('site.andOnlyFor', { who: others }))}</p>`}`;
};

const paperChoice = (choice: readonly RequiredDocument[], context: SiteContext, mark: Mark): Html => {
  const [only, ...others] = choice.map((document) => paper(document, context, mark));
  if (others.length === 0) return html`${only}`;
  return html`<p>${context.say('site.oneOf')}</p>
    <ul>
      ${[only, ...others].map((item) => html`<li>${item}</li>`)}
    </ul>`;
};

const paper = (document: RequiredDocument, { say, locale }: SiteContext, mark: Mark): Html => {
  const notes = paperNotes(document, say, locale);
  return html`${mark(inLocale(document.name, locale))}
  ${notes.map((note) => html`<span class="note">${mark(note)}</span>`)}`;
};
