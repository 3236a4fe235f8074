import { DAYS_OF_USE } from '../../../data/answers/preparation/preparation.js';
import type { Preparation } from '../../../data/answers/preparation/preparation.js';
import { formatDay } from '../../../data/calendar/day.js';
import type { Day } from '../../../data/calendar/day.js';
import type { Procedure } from '../../../data/procedures/procedure.js';
import { html } from '../html.js';
import { inLanguage } from '../in-language.js';
import { notForSearchEngines } from '../procedures/canonical-head.js';
import { localText } from '../procedures/mark-vietnamese.js';
import { recordPath } from '../procedures/record/record-path.js';
import type { PageContent, SiteContext } from '../procedures/site-context.js';
import { listPath } from './list-path.js';

/** Its month is over: the same papers over today's record. */
export const expiredPage = (code: string, preparation: Preparation, context: SiteContext): PageContent => {
  const { say, locale, today } = context;
  return sorryPage(code, context, {
    title: say('prepare.expiredTitle'),
    lead: say('prepare.expiredLead', { day: formatDay(preparation.day), days: DAYS_OF_USE }),
    procedure: preparation.procedure,
    next: { to: listPath({ ...preparation, day: today }, locale), text: say('prepare.current') },
  });
};

/** Its questions or papers are others now: whatever was ticked means nothing any more. */
export const changedPage = (
  code: string,
  { procedure, day }: { procedure: Procedure; day: Day },
  context: SiteContext,
): PageContent => {
  const { say, locale } = context;
  return sorryPage(code, context, {
    title: say('prepare.changedTitle'),
    lead: say('prepare.changedLead', { day: formatDay(day) }),
    procedure,
    next: { to: `${recordPath(procedure, {}, locale)}#documents`, text: say('prepare.current') },
  });
};

export const brokenPage = (code: string, context: SiteContext): PageContent => {
  const { say, locale } = context;
  return sorryPage(code, context, {
    title: say('prepare.brokenTitle'),
    lead: say('prepare.brokenLead'),
    procedure: null,
    next: { to: inLanguage('/thu-tuc', locale), text: say('site.allProcedures') },
  });
};

interface Sorry {
  title: string;
  lead: string;
  procedure: Procedure | null;
  next: { to: string; text: string };
}

const LONGEST_CODE = 100;

const sorryPage = (
  code: string,
  { say, locale }: SiteContext,
  { title, lead, procedure, next }: Sorry,
): PageContent => ({
  title,
  description: lead,
  path: inLanguage(`/chuan-bi/${encodeURIComponent(code.slice(0, LONGEST_CODE))}`, locale),
  head: notForSearchEngines(),
  main: html`<div class="list">
    <h1>${title}</h1>
    ${procedure && html`<p><strong>${localText(procedure.title, locale)}</strong></p>`}
    <p class="lead">${lead}</p>
    <p class="actions">
      <a class="do" href="${next.to}">${next.text}</a>
      <a href="${inLanguage('/', locale)}">${say('site.ask')}</a>
    </p>
  </div>`,
});
