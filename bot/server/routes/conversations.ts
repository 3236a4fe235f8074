import { z } from 'zod';
import { localeOfTag } from '../../channels/directline/activity.js';
import { TOKEN_SECONDS } from '../../channels/directline/token.js';
import type { Grant, Tokens } from '../../channels/directline/token.js';
import { Watermark } from '../../channels/directline/watermark.js';
import type { Bot } from '../../bot.js';
import type { RateLimits } from '../rate-limit.js';
import { readJson } from '../request/read-json.js';
import { json } from '../route.js';
import type { Incoming, Route } from '../route.js';
import { authorise, authoriseConversation } from './authorise.js';

const Opening = z.object({ locale: z.string().nullish() });
const Place = z.object({ watermark: Watermark });

interface Dependencies {
  bot: Bot;
  tokens: Tokens;
  rates: RateLimits;
}

/** Opening a conversation, and coming back to it. */
export const conversationRoutes = ({ bot, tokens, rates }: Dependencies): Route[] => {
  const connection = ({ base }: Incoming, { conversationId, userId }: Grant, watermark: number) => {
    const token = tokens.issue(conversationId, userId);
    const fresh = tokens.verify(token);
    const ticket = fresh.ok ? tokens.ticket(fresh.grant) : '';
    const path = `/v3/directline/conversations/${conversationId}/stream`;
    const streamUrl = `${base.replace(/^http/, 'ws')}${path}?watermark=${String(watermark)}&t=${ticket}`;
    return { conversationId, token, expires_in: TOKEN_SECONDS, streamUrl };
  };
  return [
    {
      method: 'post',
      path: '/v3/directline/conversations',
      callers: 'allowedOrigins',
      async handle(incoming) {
        const grant = authorise(incoming, tokens);
        const { conversationId, userId } = grant;
        await rates.take('message', conversationId);
        const locale = localeOfTag(readJson(incoming, Opening).locale);
        incoming.locale = locale ?? incoming.locale;
        const join = {
          type: 'join',
          channel: 'chat',
          conversationId,
          from: userId,
          locale,
          text: '',
        } as const;
        // The stream and the polls read what the bot has logged: there is nothing to deliver.
        const { repeated } = await bot.handle({ ...join, id: `chat:${conversationId}:join` }, () =>
          Promise.resolve(),
        );
        return json(repeated ? 200 : 201, connection(incoming, grant, 0));
      },
    },
    {
      method: 'get',
      path: '/v3/directline/conversations/:id',
      callers: 'allowedOrigins',
      async handle(incoming) {
        const grant = authoriseConversation(incoming, tokens);
        await rates.take('read', grant.conversationId);
        const { watermark } = Place.parse(Object.fromEntries(incoming.query));
        return json(200, connection(incoming, grant, watermark));
      },
    },
  ];
};
