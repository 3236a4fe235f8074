import type { Logger } from 'pino';
import { createServer as createRestify } from 'restify';
import type { Config } from '../../config.js';
import type { Clock } from '../../data/clock.js';
import type { TurnLock } from '../../data/conversations/turn-lock.js';
import type { WakeUp } from '../../data/conversations/wake-up.js';
import type { OfficeProfile } from '../../data/office/office-profile.js';
import type { Randomness } from '../../data/randomness.js';
import type { RateBuckets } from '../../data/rates/rate-buckets.js';
import type { Store } from '../../data/store.js';
import type { Texts } from '../../data/texts/texts.js';
import type { Bot } from '../bot.js';
import { createTokens } from '../channels/directline/token.js';
import { createHttpMessageSender } from '../channels/hotline/http-message-sender.js';
import type { MessageSender } from '../channels/hotline/message-sender.js';
import { createSmsHotline } from '../channels/hotline/sms-hotline.js';
import { createAnswers } from './answer.js';
import { LIMITS } from './limits.js';
import type { Limits } from './limits.js';
import { mount } from './mount.js';
import { closeNode, listen, nodeServerOf } from './node-server.js';
import { createOrigins } from './origins.js';
import type { Pages } from './pages.js';
import { createRateLimits } from './rate-limit.js';
import { activityRoutes } from './routes/activities.js';
import { conversationRoutes } from './routes/conversations.js';
import { healthRoutes } from './routes/health.js';
import { pageRoutes } from './routes/pages.js';
import { procedureRoutes } from './routes/procedures.js';
import { signedRoutes } from './routes/signed/signed-routes.js';
import { createStreams } from './routes/stream.js';
import { tokenRoutes } from './routes/tokens.js';

export interface ServerDependencies {
  bot: Bot;
  store: Store;
  turnLock: TurnLock;
  wakeUp: WakeUp;
  clock: Clock;
  random: Randomness;
  config: Config;
  office: OfficeProfile;
  texts: Texts;
  log: Logger;
  pages: Pages;
  /** Signs chat tokens and keys the conversations of phone numbers; from TOKEN_SECRET or the data folder. */
  secret: string;
  /** Shared by the office's instances; without it the process counts for itself. */
  rateBuckets?: RateBuckets;
  /** Bench and tests set their own. */
  limits?: Limits;
}

/** The whole of HTTP. Nothing listens until `listen`. */
export const createServer = (dependencies: ServerDependencies) => {
  const { config, clock, random, log, limits = LIMITS, secret, rateBuckets } = dependencies;
  const state = { closing: false };
  const parts = {
    ...dependencies,
    limits,
    rates: createRateLimits({ clock, limits, ...(rateBuckets === undefined ? {} : { shared: rateBuckets }) }),
    origins: createOrigins({ allowed: config.ALLOWED_ORIGINS, publicUrl: config.PUBLIC_URL }),
    tokens: createTokens({ secret, clock }),
    closing: () => state.closing,
  };
  const sms = createSmsHotline({ ...dependencies, sender: smsSender(dependencies) });
  const streams = createStreams(parts);
  const server = createRestify({ name: '' });
  const http = nodeServerOf(server, limits);
  const routes = [
    ...pageRoutes(parts),
    ...procedureRoutes(dependencies.pages),
    ...healthRoutes(parts),
    ...tokenRoutes(parts),
    ...conversationRoutes(parts),
    ...activityRoutes(parts),
    ...signedRoutes({ ...parts, sms }),
  ];
  const inHand = mount(server, routes, createAnswers({ ...parts, random }));
  server.on('upgrade', streams.upgrade);
  // restify passes node's errors on; unheard there, they would stop the process before `listen` can reject.
  server.on('error', (err: unknown) => {
    log.error({ event: 'http.error', err });
  });
  const resume = setInterval(() => {
    sms.resumeAbandoned().catch((err: unknown) => {
      log.warn({ event: 'sms.notResumed', err });
    });
  }, limits.resumeMs).unref();
  return {
    /** Resolves with the address; rejects when the port is taken. */
    listen: () => listen(http, config),
    /** Runs SMS a crash or a refusing storage left behind, at once; the server also looks for them from time to time. */
    resumeAbandoned: () => sms.resumeAbandoned(),
    /** Accepts nothing more, finishes what is in hand, says goodbye to streams. */
    async close(): Promise<void> {
      if (state.closing) return;
      state.closing = true;
      clearInterval(resume);
      const closed = closeNode(http, limits.closeMs);
      await Promise.race([Promise.allSettled(inHand), closed]);
      await streams.close();
      await closed;
      await sms.idle();
    },
  };
};
const smsSender = ({ config, clock }: ServerDependencies): MessageSender | null => {
  const { HOTLINE_SMS_SEND_URL: url, HOTLINE_SMS_SECRET: secret } = config;
  return url === undefined || secret === undefined ? null : createHttpMessageSender({ url, secret, clock });
};
