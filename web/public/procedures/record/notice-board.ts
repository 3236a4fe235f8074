import { encode } from 'uqr';
import { formatDay } from '../../../../data/calendar/day.js';
import { html, raw } from '../../html.js';
import type { Html } from '../../html.js';
import type { SiteContext } from '../site-context.js';

/** Only on paper: the code that opens this page, and as of when the sheet is true. `path`: the page's own, `scan`: what for. */
export const noticeBoard = (path: string, scan: string, { publicUrl, say, today }: SiteContext): Html => {
  const asOf = html`<p>${say('site.printedAsOf', { day: formatDay(today) })}</p>`;
  if (publicUrl === null) return html`<div class="board">${asOf}</div>`;
  const address = `${publicUrl}${path}`;
  return html`<div class="board">
    <div role="img" aria-label="${address}">${drawing(address)}</div>
    <p>${scan}</p>
    ${asOf}
  </div>`;
};

/** One path, a run of dark cells at a time: a third of the library's own drawing. Paper gives it a white border. */
const drawing = (address: string): Html => {
  const { size, data } = encode(address, { ecc: 'M', border: 0 });
  const path = data.map((row, y) => runsOf(row, y)).join('');
  return raw(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(size)} ${String(size)}"><path d="${path}"/></svg>`,
  );
};

const runsOf = (row: readonly boolean[], y: number): string =>
  [
    ...row
      .map((dark) => (dark ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ]
    .map(
      ({ index, 0: run }) => `M${String(index)} ${String(y)}h${String(run.length)}v1h-${String(run.length)}z`,
    )
    .join('');
