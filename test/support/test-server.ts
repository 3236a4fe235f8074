import { readConfig } from '../../config.js';
import type { Bot, InboundMessage, OutboundMessage } from '../../bot/bot.js';
import { createServer } from '../../bot/server/create-server.js';
import type { Limits } from '../../bot/server/limits.js';
import { createLog } from '../../bot/server/log.js';
import type { Pages } from '../../bot/server/pages.js';
import type { Clock } from '../../data/clock.js';
import { createProcessTurnLock } from '../../data/conversations/turn-lock.js';
import { createProcessWakeUp } from '../../data/conversations/wake-up.js';
import { loadTexts } from '../../data/load-texts.js';
import { OfficeProfile } from '../../data/office/office-profile.js';
import { systemRandomness } from '../../data/randomness.js';
import type { RateBuckets } from '../../data/rates/rate-buckets.js';
import type { Store } from '../../data/store.js';
import { createEchoBot } from './echo-bot.js';
import { createMemoryStore } from './memory-store.js';

interface Setting {
  environment?: Record<string, string>;
  office?: Partial<OfficeProfile>;
  store?: Store;
  /** Instead of the echo bot. */
  bot?: Bot;
  /** What the echo bot says. */
  answer?: (message: InboundMessage) => OutboundMessage[] | Promise<OutboundMessage[]>;
  limits?: Limits;
  rateBuckets?: RateBuckets;
  pages?: Partial<Pages>;
}

/** The real server on a free port, over a store in memory and a clock that runs and can be moved on. */
export const startServer = async (setting: Setting = {}) => {
  const read = readConfig({ PORT: '0', ...setting.environment });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const store = setting.store ?? createMemoryStore();
  const clock = createRunningClock();
  const wakeUp = createProcessWakeUp();
  const lines: string[] = [];
  const server = createServer({
    bot: setting.bot ?? createEchoBot({ store, wakeUp, clock, ...answerOf(setting) }),
    store,
    turnLock: createProcessTurnLock(),
    wakeUp,
    clock,
    random: systemRandomness,
    config: read.config,
    office: OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu', ...setting.office }),
    texts: loadTexts(),
    log: createLog('debug', { write: (line) => lines.push(line) }),
    pages: { ...plainPages, ...setting.pages },
    secret: 'a secret only this test knows',
    ...(setting.rateBuckets === undefined ? {} : { rateBuckets: setting.rateBuckets }),
    ...(setting.limits === undefined ? {} : { limits: setting.limits }),
  });
  const url = await server.listen();
  return { ...server, url, domain: `${url}/v3/directline`, store, clock, wakeUp, lines };
};
export type TestServer = Awaited<ReturnType<typeof startServer>>;

const answerOf = ({ answer }: Setting) => (answer === undefined ? {} : { answer });

const createRunningClock = (): Clock & { advance(milliseconds: number): void } => {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
};

const html = (body: string, status = 200) => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body,
  cacheControl: 'no-cache',
});

const plainPages: Pages = {
  index: ({ locale }) => html(`<p>index ${locale}</p>`),
  feedbackForm: ({ locale, fields }) => html(`<form>${locale} ${fields['about'] ?? ''}</form>`),
  fileFeedback: ({ fields }) => Promise.resolve(html(`<p>${fields['text'] ?? ''}</p>`, 201)),
  procedures: {
    list: ({ fields }) => html(`<p>list ${fields['q'] ?? ''}</p>`),
    record: (code) => html(`<p>${code}</p>`),
    changes: () => html('<p>changes</p>'),
    sitemap: () => html('<p>sitemap</p>'),
    robots: () => html('<p>robots</p>'),
    apiList: () => html('<p>list</p>'),
    apiRecord: (code) => html(`<p>${code}</p>`),
    openApi: () => html('<p>open</p>'),
  },
  preparing: { list: (code) => html(`<p>${code}</p>`) },
  answers: {
    ask: () => Promise.resolve(html('<p>ask</p>')),
    answer: (code) => Promise.resolve(html(`<p>${code}</p>`)),
  },
  assets: {
    '/widget.js': { contentType: 'text/javascript; charset=utf-8', body: 'void "widget";'.repeat(50) },
  },
};
