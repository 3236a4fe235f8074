import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Pages } from './bot/server/pages.js';
import { projectRoot } from './data/load-dataset.js';
import { createAnswerSite } from './web/public/answers/create-answer-site.js';
import type { AnswerSiteParts } from './web/public/answers/create-answer-site.js';
import { answerFeedbackDesk } from './web/public/feedback/feedback-desk.js';
import type { FeedbackDesk } from './web/public/feedback/feedback-desk.js';
import { feedbackFormPage } from './web/public/feedback/feedback-form-page.js';
import { feedbackStatusPage } from './web/public/feedback/feedback-status-page.js';
import { indexPage } from './web/public/index-page.js';
import { createPreparingSite } from './web/public/preparing/create-preparing-site.js';
import { createProcedureSite } from './web/public/procedures/create-procedure-site.js';
import type { ProcedureSiteParts } from './web/public/procedures/create-procedure-site.js';

/** The pages and the files they load; the widget must have been built. */
export const loadPages = (desk: FeedbackDesk & ProcedureSiteParts & AnswerSiteParts): Pages => ({
  index: ({ locale, fields }) =>
    page(200, indexPage({ office: desk.office, locale, say: desk.texts[locale], start: fields['hoi'] })),
  feedbackForm: ({ locale, fields }) => {
    const context = { office: desk.office, locale, say: desk.texts[locale] };
    const asked = fields['xem'] !== undefined;
    return page(
      200,
      asked
        ? feedbackStatusPage({ ...context, lookup: { outcome: 'asked' } })
        : feedbackFormPage({ ...context, once: desk.random.uuid() }),
    );
  },
  fileFeedback: async (request) => {
    const { status, body } = await answerFeedbackDesk(desk, request);
    return page(status, body);
  },
  procedures: createProcedureSite(desk),
  preparing: createPreparingSite(desk),
  answers: createAnswerSite(desk),
  assets: {
    '/widget.js': {
      contentType: 'text/javascript; charset=utf-8',
      body: fileOf('dist', 'widget', 'widget.js'),
    },
    ...Object.fromEntries(
      [
        'pages.css',
        'chat-page.css',
        'forms.css',
        'procedures/procedures.css',
        'preparing/check-list.css',
      ].map((name) => [
        `/${name}`,
        { contentType: 'text/css; charset=utf-8', body: fileOf('web', 'public', name) },
      ]),
    ),
  },
});

/** A page may hold what somebody typed or a PIN: nobody keeps it. */
const page = (status: number, body: string): Page => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body,
  cacheControl: 'no-store',
});

const fileOf = (...path: string[]): string => readFileSync(join(projectRoot(), ...path), 'utf8');
