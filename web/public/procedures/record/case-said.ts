import type { CaseAnswers } from '../../../../data/procedures/procedure-case.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { localText } from '../mark-vietnamese.js';
import type { SiteContext } from '../site-context.js';

/** Whose papers these are: the questions of the record and what was answered. */
export const caseSaid = (
  { questions }: Pick<Procedure, 'questions'>,
  answers: CaseAnswers,
  { say, locale }: SiteContext,
): Html | null => {
  const said = questions.flatMap(({ id, ask, answers: possible }) => {
    const label = possible.find((answer) => answer.id === answers[id])?.label;
    return label ? [{ ask, label }] : [];
  });
  if (said.length === 0) return null;
  return html`<div class="case">
    <h2>${say('site.caseYours')}</h2>
    <ul class="said">
      ${said.map(
        ({ ask, label }) =>
          html`<li>
            <span>
              <span class="note">${localText(ask, locale)}</span>
              <strong>${localText(label, locale)}</strong>
            </span>
          </li>`,
      )}
    </ul>
  </div>`;
};
