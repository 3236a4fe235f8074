import { documentsFor, openConditions, paperNotes } from '../../../../data/answers/procedure-documents.js';
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
  return html`${[...groups].map(
    ([condition, documents]) => html`
      ${groups.size > 1 && html`<h3>${groupTitle(condition, context, mark)}</h3>`}
      <ol class="papers">
        ${choicesOf(documents).map((choice) => html`<li>${paperChoice(choice, context, mark)}</li>`)}
      </ol>
    `,
  )}`;
};

const byCondition = (procedure: Procedure, answers: CaseAnswers, { locale }: SiteContext) => {
  const groups = new Map<string, RequiredDocument[]>([['', []]]);
  for (const document of documentsFor(procedure, answers)) {
    const condition = openConditions(procedure, document.when, answers, locale).join('; ');
    groups.set(condition, [...(groups.get(condition) ?? []), document]);
  }
  if (groups.get('')?.length === 0) groups.delete('');
  return groups;
};

const groupTitle = (condition: string, { say }: SiteContext, mark: Mark): Html =>
  condition === '' ? html`${say('site.everybody')}` : mark(say('procedure.onlyFor', { who: condition }));

/** Papers of which one is enough stand together, under the first of them. */
const choicesOf = (documents: readonly RequiredDocument[]): RequiredDocument[][] => {
  const choices = new Map<string, RequiredDocument[]>();
  for (const [index, document] of documents.entries()) {
    const key = document.oneOf ?? String(index);
    choices.set(key, [...(choices.get(key) ?? []), document]);
  }
  return [...choices.values()];
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
