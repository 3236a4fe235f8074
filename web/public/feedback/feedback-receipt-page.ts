import { momentText } from '../../../data/calendar/moment-text.js';
import { spelledOut } from '../../../data/feedback/spelled-out.js';
import type { Feedback } from '../../../data/feedback/feedback.js';
import { feedbackFrame } from './feedback-frame.js';
import type { FeedbackPage } from './feedback-frame.js';
import { html } from '../html.js';
import { inLanguage } from '../in-language.js';

interface FeedbackReceiptPage extends FeedbackPage {
  feedback: Pick<Feedback, 'code' | 'receivedAt' | 'contact'>;
  /** Known only now; it cannot be shown again. */
  pin: string;
}

/** What the sender keeps: code and PIN. */
export const feedbackReceiptPage = ({ feedback, pin, ...page }: FeedbackReceiptPage): string => {
  const { say, locale } = page;
  return feedbackFrame(page, {
    title: say('page.receiptTitle'),
    path: '/gop-y',
    main: html`
      <div>
        <h1>${say('page.receiptTitle')}</h1>
        <p class="lead">${say('page.receivedAt', { moment: momentText(feedback.receivedAt) })}</p>
      </div>
      <dl class="keep">
        <div>
          <dt>${say('page.code')}</dt>
          <dd>${feedback.code}</dd>
        </div>
        <div>
          <dt>${say('page.pin')}</dt>
          <dd>${pin}</dd>
        </div>
      </dl>
      <div class="box note"><p>${say('page.keepBoth')}</p></div>
      <div class="small">
        <h2>${say('page.spelled')}</h2>
        <p>${spelledOut(feedback.code, locale)}</p>
      </div>
      <p>${say(feedback.contact === null ? 'page.noContactKept' : 'page.contactKept')}</p>
      <ul class="ways no-print">
        <li><a href="${inLanguage('/gop-y?xem=1', locale)}">${say('page.statusLink')}</a></li>
        <li><a href="${inLanguage('/gop-y', locale)}">${say('page.another')}</a></li>
      </ul>
    `,
  });
};
