import { editionText } from '../../../data/answers/procedure-card.js';
import type { AnswerStanding } from '../../../data/answers/receipt/answer-standing.js';
import type { GivenAnswer } from '../../../data/answers/receipt/given-answer.js';
import { changeText, standingText } from '../../../data/answers/receipt/standing-text.js';
import { formatDay } from '../../../data/calendar/day.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { inLanguage } from '../in-language.js';
import { notForSearchEngines } from '../procedures/canonical-head.js';
import { createMark } from '../procedures/mark-vietnamese.js';
import type { Mark } from '../procedures/mark-vietnamese.js';
import {
  factsList,
  linesList,
  linesSection,
  noticeBox,
  tonedNotices,
} from '../procedures/record/card-parts.js';
import { caseSaid } from '../procedures/record/case-said.js';
import { noticeBoard } from '../procedures/record/notice-board.js';
import { recordPath } from '../procedures/record/record-path.js';
import type { PageContent, SiteContext } from '../procedures/site-context.js';

/** An answer word for word as it was given, below what has become of it since. */
export const answerPage = (
  answer: GivenAnswer,
  standing: AnswerStanding,
  context: SiteContext,
): PageContent => {
  const { code, day, procedure, answers, office, cards } = answer;
  const { say, locale } = context;
  const card = cards[locale];
  const mark = createMark(locale, [
    procedure,
    context.office,
    office,
    context.catalogue.find(procedure.code),
  ]);
  const given = say('receipt.given', { day: formatDay(day) });
  return {
    title: `${say('receipt.pageTitle', { code })}: ${card.title}`,
    description: given,
    path: inLanguage(`/tra-loi/${code}`, locale),
    head: html`${notForSearchEngines()}<link rel="stylesheet" href="/preparing/check-list.css" />`,
    main: html`<article class="record kept">
      <header>
        ${noticeBoard(inLanguage(`/tra-loi/${code}`, locale), say('receipt.scan'), context)}
        <h1>${mark(card.title)}</h1>
        <p class="official">${card.subtitle !== null && mark(card.subtitle)}</p>
        <p class="lead">${given}</p>
        <p class="lasts">${say('receipt.edition', { code, edition: editionText(answer.edition, say) })}</p>
        ${became(standing, context, mark)}
        ${(['warning', 'info'] as const).map((tone) => noticeBox(tone, tonedNotices(card, tone), mark))}
        ${caseSaid(procedure, answers, context)} ${ways(answer, standing, context)}
      </header>
      ${card.facts.length > 0 && factsList(card.facts, mark, null)}
      <div class="sections">${card.sections.map((part) => linesSection(part, mark))}</div>
      ${card.footer !== null && html`<p class="lasts">${mark(card.footer)}</p>`}
    </article>`,
  };
};

/** Still the same, or from when it is not and what is different, line by line. */
const became = (standing: AnswerStanding, { say, today }: SiteContext, mark: Mark): Html => {
  const text = standingText(standing, today, say);
  if (standing.state === 'same') return html`<div class="notice info"><p>${text}</p></div>`;
  const changes = standing.state === 'changed' ? standing.changes : [];
  return html`<div class="notice warning">
    <p><strong>${text}</strong></p>
    ${
      changes.length > 0 &&
      linesList(
        changes.map((change) => ({ text: changeText(change, say) })),
        mark,
      )
    }
  </div>`;
};

const ways = (
  { procedure, answers }: GivenAnswer,
  { state }: AnswerStanding,
  { say, locale }: SiteContext,
): Html =>
  html`<p class="actions no-print">
    ${state !== 'gone' && html`<a href="${recordPath(procedure, answers, locale)}">${say('receipt.nowPage')}</a>`}
    <a href="${inLanguage('/tra-loi', locale)}">${say('receipt.enterTitle')}</a>
  </p>`;
