import { nextCaseQuestion } from '../../../../data/procedures/procedure-case.js';
import type { CaseAnswers } from '../../../../data/procedures/procedure-case.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { localText } from '../mark-vietnamese.js';
import type { SiteContext } from '../site-context.js';
import { recordPath } from './record-path.js';

/**
 * One question at a time, each answer a button that leads to the papers of that answer. Buttons of a form rather than
 * links: search engines follow links, and the answers of one record make hundreds of combinations.
 */
export const caseForm = (procedure: Procedure, answers: CaseAnswers, context: SiteContext): Html | null =>
  procedure.questions.length === 0
    ? null
    : html`<div class="case">
        ${said(procedure, answers, context)} ${question(procedure, answers, context)}
      </div>`;

const said = (procedure: Procedure, answers: CaseAnswers, context: SiteContext): Html | null => {
  const { say, locale } = context;
  const given = procedure.questions.filter(({ id }) => answers[id] !== undefined);
  if (given.length === 0) return null;
  return html`<h3>${say('site.caseYours')}</h3>
    <ul class="said">
      ${given.map(({ id, ask, answers: possible }, index) => {
        const before = given.slice(0, index).map((earlier) => earlier.id);
        const label = possible.find((answer) => answer.id === answers[id])?.label;
        return html`<li>
          <span>
            <span class="note">${localText(ask, locale)}</span>
            <strong>${label && localText(label, locale)}</strong>
          </span>
          <a
            class="no-print"
            rel="nofollow"
            href="${recordPath(procedure, only(answers, before), locale)}#documents"
            >${say('site.caseChange')}<span class="hidden"> ${localText(ask, locale)}</span></a
          >
        </li>`;
      })}
    </ul>
    <p class="no-print">
      <a href="${recordPath(procedure, {}, locale)}#documents">${say('site.caseAll')}</a>
    </p>`;
};

const question = (procedure: Procedure, answers: CaseAnswers, context: SiteContext): Html | null => {
  const { say, locale } = context;
  const next = nextCaseQuestion(procedure, answers);
  if (next === null) return html`<p>${say('site.caseSettled')}</p>`;
  const kept = Object.entries(locale === 'en' ? { ...answers, lang: locale } : answers);
  return html`<form class="no-print" method="get" action="/thu-tuc/${procedure.code}#documents">
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${Object.keys(answers).length === 0 && html`<p>${say('site.caseIntro')}</p>`}
    <fieldset>
      <legend>${localText(next.ask, locale)}</legend>
      ${next.answers.map(
        ({ id, label }) => html`<button name="${next.id}" value="${id}">${localText(label, locale)}</button>`,
      )}
    </fieldset>
  </form>`;
};

const only = (answers: CaseAnswers, questions: readonly string[]): CaseAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => questions.includes(id)));
