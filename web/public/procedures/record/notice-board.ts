import { renderSVG } from 'uqr';
import { formatDay } from '../../../../data/calendar/day.js';
import type { CaseAnswers } from '../../../../data/procedures/procedure-case.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import { html, raw } from '../../html.js';
import type { Html } from '../../html.js';
import type { SiteContext } from '../site-context.js';
import { recordPath } from './record-path.js';

/** Only on paper: the code that opens this page, and as of when the sheet is true. */
export const noticeBoard = (procedure: Procedure, answers: CaseAnswers, context: SiteContext): Html => {
  const { publicUrl, say, locale, today } = context;
  const asOf = html`<p>${say('site.printedAsOf', { day: formatDay(today) })}</p>`;
  if (publicUrl === null) return html`<div class="board">${asOf}</div>`;
  const address = `${publicUrl}${recordPath(procedure, answers, locale)}`;
  return html`<div class="board">
    <div role="img" aria-label="${address}">${raw(renderSVG(address, { ecc: 'M', border: 0 }))}</div>
    <p>${say('site.scan')}</p>
    ${asOf}
  </div>`;
};
