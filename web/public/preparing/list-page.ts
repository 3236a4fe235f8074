import { leftText } from '../../../data/answers/preparation/preparation-card.js';
import { lastDayOf, sortedNeeds } from '../../../data/answers/preparation/preparation.js';
import type { Preparation } from '../../../data/answers/preparation/preparation.js';
import { whyNoList } from '../../../data/answers/preparation/why-no-list.js';
import { procedureCard } from '../../../data/answers/procedure-card.js';
import { formatDay } from '../../../data/calendar/day.js';
import { inLocale } from '../../../data/language/locale.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { inLanguage } from '../in-language.js';
import { notForSearchEngines } from '../procedures/canonical-head.js';
import { createMark } from '../procedures/mark-vietnamese.js';
import { linesSection, noticeBox, pageSection, tonedNotices } from '../procedures/record/card-parts.js';
import { caseSaid } from '../procedures/record/case-said.js';
import { noticeBoard } from '../procedures/record/notice-board.js';
import { recordPath } from '../procedures/record/record-path.js';
import { recordSources } from '../procedures/record/sources.js';
import type { PageContent, SiteContext } from '../procedures/site-context.js';
import { checkList } from './check-list.js';
import type { Reader } from './check-list.js';
import { listPath } from './list-path.js';

/** A list to tick, on the phone it was sent to or on paper: what is missing, what is there, where to hand it in. */
export const listPage = (preparation: Preparation, context: SiteContext): PageContent => {
  const { procedure } = preparation;
  const { say, locale, office } = context;
  const title = inLocale(procedure.title, locale);
  const mark = createMark(locale, [procedure, office]);
  const reader = { preparation, context, mark };
  return {
    title: say('prepare.pageTitle', { title }),
    description: say('prepare.pageLead'),
    path: listPath(preparation, locale),
    head: html`${notForSearchEngines()}<link rel="stylesheet" href="/preparing/check-list.css" />`,
    main: html`<article class="record kept prepare">
      ${top(reader)}
      <div class="sections">
        ${lists(reader)} ${where(reader)}
        ${pageSection('sources', say('site.sources'), recordSources(procedure, context, mark))}
      </div>
    </article>`,
  };
};

const top = (reader: Reader): Html => {
  const { preparation, context, mark } = reader;
  const { procedure, day } = preparation;
  const { say, locale } = context;
  const card = procedureCard(procedure, preparation.answers, context);
  const reason = whyNoList(procedure, context);
  const texts = reason === null ? tonedNotices(card, 'warning') : reason.split('\n');
  return html`<header>
    ${noticeBoard(listPath(preparation, locale), say('prepare.scan'), context)}
    <h1>${mark(say('prepare.pageTitle', { title: card.title }))}</h1>
    <p class="official">${card.subtitle !== null && mark(card.subtitle)}</p>
    ${reason === null && html`<p class="lead no-print">${say('prepare.pageLead')}</p>`}
    ${noticeBox('warning', texts, mark)} ${caseSaid(procedure, preparation.answers, context)}
    <p class="lasts">
      ${say('prepare.madeOn', { day: formatDay(day) })}.
      ${say('prepare.lasts', { day: formatDay(lastDayOf(preparation)) })}
    </p>
    <p class="actions no-print">
      <a href="${recordPath(procedure, preparation.answers, locale)}">${say('prepare.full')}</a>
      <a href="${inLanguage(`/?hoi=${procedure.code}`, locale)}">${say('site.askAbout')}</a>
    </p>
  </header>`;
};

const lists = (reader: Reader): Html | null => {
  const { say } = reader.context;
  const { missing, met } = sortedNeeds(reader.preparation);
  if (missing.length + met.length === 0) return null;
  const left = `${say('prepare.missing')}: ${leftText(reader.preparation, reader.context)}`;
  const there = say('prepare.counted', { heading: say('prepare.met'), count: met.length });
  return html`${pageSection('missing', left, checkList(missing, false, reader))}
  ${met.length > 0 && pageSection('met', there, checkList(met, true, reader))}`;
};

const where = ({ preparation: { procedure, answers }, context, mark }: Reader): Html | null => {
  const found = procedureCard(procedure, answers, context).sections.find(({ id }) => id === 'where');
  return found ? linesSection({ ...found, heading: context.say('prepare.where') }, mark) : null;
};
