import { z } from 'zod';
import type { Randomness } from '../../../data/randomness.js';
import type { Store } from '../../../data/store.js';
import type { Bot } from '../../bot.js';
import { localeOfTag, PostedActivity, toInboundMessage } from '../../channels/directline/activity.js';
import { toActivitySet } from '../../channels/directline/activity-set.js';
import type { Tokens } from '../../channels/directline/token.js';
import { Watermark } from '../../channels/directline/watermark.js';
import type { RateLimits } from '../rate-limit.js';
import { readJson } from '../request/read-json.js';
import { json } from '../route.js';
import type { Route } from '../route.js';
import { authoriseConversation } from './authorise.js';

const PATH = '/v3/directline/conversations/:id/activities';
const Place = z.object({ watermark: Watermark });
/** Read first, so that whatever is wrong with the rest is said in the citizen's language. */
const Spoken = z.object({ locale: z.string().nullish().catch(null) }).catch({});
/** A poll's answer; the next poll goes on from there. */
const BATCH = 200;

interface Dependencies {
  bot: Bot;
  store: Store;
  tokens: Tokens;
  random: Randomness;
  rates: RateLimits;
}

/** What was said after the watermark, and saying something. */
export const activityRoutes = ({ bot, store, tokens, random, rates }: Dependencies): Route[] => [
  {
    method: 'get',
    path: PATH,
    callers: 'allowedOrigins',
    async handle(incoming) {
      const { conversationId } = authoriseConversation(incoming, tokens);
      await rates.take('read', conversationId);
      const { watermark } = Place.parse(Object.fromEntries(incoming.query));
      const logged = await store.activities.since(conversationId, watermark);
      return json(200, toActivitySet(logged.slice(0, BATCH), watermark));
    },
  },
  {
    method: 'post',
    path: PATH,
    callers: 'allowedOrigins',
    async handle(incoming) {
      const { conversationId, userId } = authoriseConversation(incoming, tokens);
      const body = readJson(incoming, z.unknown());
      incoming.locale = localeOfTag(Spoken.parse(body).locale) ?? incoming.locale;
      await rates.take('message', conversationId);
      const activity = PostedActivity.parse(body);
      const sender = { conversationId, userId, freshId: random.uuid() };
      const message = toInboundMessage(activity, sender);
      if (message === null) return json(200, { id: sender.freshId });
      const { activityId } = await bot.handle(message, () => Promise.resolve());
      return json(200, { id: activityId });
    },
  },
];
