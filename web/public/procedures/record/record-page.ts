import type { Card, CardSection } from '../../../../data/answers/card.js';
import { procedureCard } from '../../../../data/answers/procedure-card.js';
import { formatDay } from '../../../../data/calendar/day.js';
import { inLocale } from '../../../../data/language/locale.js';
import type { CaseAnswers } from '../../../../data/procedures/procedure-case.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import { html } from '../../html.js';
import type { Html } from '../../html.js';
import { inLanguage } from '../../in-language.js';
import { createMark, lacksEnglish, localText } from '../mark-vietnamese.js';
import type { Mark } from '../mark-vietnamese.js';
import type { PageContent, SiteContext } from '../site-context.js';
import { factsList, linesList, linesSection, noticeBox, pageSection, tonedNotices } from './card-parts.js';
import { caseForm } from './case-form.js';
import { noticeBoard } from './notice-board.js';
import { papersList } from './papers.js';
import { recordPath } from './record-path.js';
import { relatedProcedures } from './related.js';
import { recordSources } from './sources.js';
import { recordHead } from './structured-data.js';

/** The whole record as one page, made of the pieces of the chat's answer; for one case when its questions are answered. */
export const recordPage = (procedure: Procedure, answers: CaseAnswers, context: SiteContext): PageContent => {
  const { locale, office } = context;
  const card = procedureCard(procedure, answers, context);
  const mark = createMark(locale, [procedure, office]);
  const page = { procedure, answers, context, card, mark };
  return {
    title: `${card.title} (${procedure.code})`,
    description: inLocale(procedure.summary, locale),
    path: recordPath(procedure, answers, locale),
    head: recordHead(procedure, card, context),
    main: html`<article class="record">
      ${top(page)} ${factsList(card.facts, mark, context.say('due.ifNow', { day: formatDay(context.today) }))}
      ${ways(page)}
      <div class="sections">
        ${card.sections.map((part) => (part.id === 'documents' ? papers(page, part) : linesSection(part, mark)))}
        ${pageSection('sources', context.say('site.sources'), recordSources(procedure, context, mark))}
      </div>
      ${relatedProcedures(procedure, context)}
    </article>`,
  };
};

interface RecordPage {
  procedure: Procedure;
  answers: CaseAnswers;
  context: SiteContext;
  card: Card;
  mark: Mark;
}

const top = ({ procedure, answers, context, card, mark }: RecordPage): Html => {
  const { say, locale } = context;
  const field = inLanguage(`/thu-tuc?field=${procedure.field}`, locale);
  return html`<header>
    ${noticeBoard(recordPath(procedure, answers, locale), say('site.scan'), context)}
    <nav class="crumbs no-print" aria-label="${say('site.where')}">
      <a href="${inLanguage('/thu-tuc', locale)}">${say('site.procedures')}</a>
      <a href="${field}">${say(`field.${procedure.field}`)}</a>
    </nav>
    <h1>${localText(procedure.title, locale)}</h1>
    <p class="official">${card.subtitle !== null && mark(card.subtitle)}</p>
    <p class="lead">${localText(procedure.summary, locale)}</p>
    ${locale === 'en' && lacksEnglish(shownParts(procedure)) && noticeBox('info', [say('site.partlyVietnamese')], mark)}
    ${(['warning', 'info'] as const).map((tone) => noticeBox(tone, tonedNotices(card, tone), mark))}
  </header>`;
};

/** Conflicts that matter to nobody but the check are not on the page. */
const shownParts = (procedure: Procedure) => ({
  ...procedure,
  conflicts: procedure.conflicts.filter(({ matters }) => matters),
});

const ways = ({ procedure, context, card }: RecordPage): Html => {
  const { say, locale } = context;
  return html`<div class="ways-on no-print">
    <a class="do" href="${inLanguage(`/?hoi=${procedure.code}`, locale)}">${say('site.askAbout')}</a>
    <nav aria-label="${say('site.onThisPage')}">
      <ul>
        ${[...card.sections, { id: 'sources', heading: say('site.sources') }].map(
          ({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`,
        )}
        ${card.links.map(({ title, url }) => html`<li><a href="${url}" rel="external">${title}</a></li>`)}
      </ul>
    </nav>
  </div>`;
};

const papers = (
  { procedure, answers, context, mark }: RecordPage,
  { id, heading, lines }: CardSection,
): Html =>
  pageSection(
    id,
    heading,
    procedure.documents === null
      ? linesList(lines, mark)
      : html`${caseForm(procedure, answers, context)} ${papersList(procedure, answers, context, mark)}`,
  );
