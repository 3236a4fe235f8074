import { dayOf, formatDay } from '../../../data/calendar/day.js';
import type { Instant } from '../../../data/calendar/day.js';
import { momentText } from '../../../data/calendar/moment-text.js';
import type { Feedback, FeedbackEvent } from '../../../data/feedback/feedback.js';
import { feedbackFrame } from './feedback-frame.js';
import type { FeedbackPage } from './feedback-frame.js';
import { formField } from '../form-field.js';
import { html } from '../html.js';
import type { Html } from '../html.js';
import { inLanguage } from '../in-language.js';

/** `notFound`: no such code, or another PIN; the two read the same. */
export type FeedbackLookup =
  | { outcome: 'asked' }
  | { outcome: 'notFound'; code: string }
  | { outcome: 'tooMany'; code: string }
  | { outcome: 'erased'; code: string; erasedAt: Instant }
  | { outcome: 'found'; feedback: Feedback };

type Failed = Exclude<FeedbackLookup, { outcome: 'asked' | 'found' }>;

/** Code and PIN → every state with its date and what was said. */
export const feedbackStatusPage = ({
  lookup,
  ...page
}: FeedbackPage & { lookup: FeedbackLookup }): string => {
  const { say } = page;
  const failed = !['asked', 'found'].includes(lookup.outcome);
  return feedbackFrame(page, {
    title: say('page.statusTitle'),
    path: '/gop-y?xem=1',
    wrong: failed,
    main: lookup.outcome === 'found' ? found(page, lookup.feedback) : ask(page, lookup),
  });
};

const ask = ({ say, locale }: FeedbackPage, lookup: Exclude<FeedbackLookup, { outcome: 'found' }>): Html => {
  const failed = lookup.outcome === 'asked' ? null : lookup;
  const field = { hint: null, fault: null, optional: null };
  return html`
    ${
      failed !== null &&
      html`<div class="box faults" role="alert">
        <p>${why(failed, say)}</p>
      </div>`
    }
    <div>
      <h1>${say('page.statusTitle')}</h1>
      <p class="lead">${say('page.statusLead')}</p>
    </div>
    <form method="post" action="${inLanguage('/gop-y', locale)}" novalidate>
      <input type="hidden" name="form" value="status" />
      ${formField({
        ...field,
        name: 'code',
        label: say('page.code'),
        hint: say('page.codeHint'),
        value: failed?.code ?? '',
      })}
      ${formField({ ...field, name: 'pin', label: say('page.pin'), hint: say('page.pinHint'), value: '' })}
      <button class="do" type="submit">${say('page.statusSend')}</button>
    </form>
  `;
};

const why = (lookup: Failed, say: FeedbackPage['say']): string => {
  if (lookup.outcome === 'tooMany') return say('page.tooManyTries');
  if (lookup.outcome === 'notFound') return say('page.statusNotFound');
  const { code, erasedAt } = lookup;
  return say('followUp.erased', { code, date: formatDay(dayOf(new Date(erasedAt))) });
};

const found = ({ say, locale }: FeedbackPage, feedback: Feedback): Html => html`
  <div>
    <h1>${say(`feedbackState.${feedback.state}`)}</h1>
    <p class="lead">${say('page.code')}: ${feedback.code}</p>
  </div>
  <div class="box">
    <ol class="steps">
      ${feedback.history.map((event) => step(event, say))}
    </ol>
  </div>
  <dl class="said">
    <dt>${say('page.kind')}</dt>
    <dd>${say(`feedbackKind.${feedback.kind}`)}</dd>
    <dt>${say('page.youWrote')}</dt>
    <dd>${feedback.text}</dd>
  </dl>
  <p class="lead">${say('page.addInChat')}</p>
  <p><a class="do" href="${inLanguage('/', locale)}">${say('page.toChat')}</a></p>
`;

const step = ({ at, by, state, text }: FeedbackEvent, say: FeedbackPage['say']): Html =>
  html`<li>
    <time datetime="${at}">${momentText(at)}</time>
    <strong
      >${say(by === 'citizen' && text !== null && state !== 'reopened' ? 'feedback.youSaid' : `feedbackState.${state}`)}</strong
    >
    ${text !== null && html`<p>${text}</p>`}
  </li>`;
