import type { Card, CardSection } from '../../../../data/answers/card.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import type { Mark } from '../mark-vietnamese.js';

/** What belongs together stands in one box: a phone shows the facts sooner. */
export const noticeBox = (tone: 'warning' | 'info', texts: readonly string[], mark: Mark): Html | null =>
  texts.length === 0
    ? null
    : html`<div class="notice ${tone}">${texts.map((text) => html`<p>${mark(text)}</p>`)}</div>`;

export const tonedNotices = ({ notices }: Card, tone: 'warning' | 'info'): string[] =>
  notices.filter((notice) => notice.tone === tone).map(({ text }) => text);

/** `onlyOnScreen`: the label of a fact that is wrong on a board tomorrow. */
export const factsList = (facts: Card['facts'], mark: Mark, onlyOnScreen: string | null): Html =>
  html`<dl class="facts">
    ${facts.map(
      ({ label, value }) =>
        html`<div class="${value.length > LONG ? 'long' : 'short'}${label === onlyOnScreen && ' no-print'}">
          <dt>${label}</dt>
          <dd>${mark(value)}</dd>
        </div>`,
    )}
  </dl>`;

/** A sentence rather than a figure. */
const LONG = 48;

export const pageSection = (id: string, heading: string, content: Html): Html =>
  html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${heading}</h2>
    ${content}
  </section>`;

export const linesSection = ({ id, heading, lines, ordered = false }: CardSection, mark: Mark): Html =>
  pageSection(id, heading, linesList(lines, mark, ordered && lines.length > 1));

export const linesList = (lines: CardSection['lines'], mark: Mark, ordered = false): Html => {
  const items = lines.map(
    ({ text, note }) =>
      html`<li>${mark(text)} ${note !== undefined && html`<span class="note">${mark(note)}</span>`}</li>`,
  );
  return ordered
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
};
