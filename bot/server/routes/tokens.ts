import { TOKEN_SECONDS } from '../../channels/directline/token.js';
import type { Tokens } from '../../channels/directline/token.js';
import type { Randomness } from '../../../data/randomness.js';
import { json } from '../route.js';
import type { Route } from '../route.js';
import { authorise } from './authorise.js';

/** A fresh conversation's token, and a token's successor. Whatever user id a body names is not believed. */
export const tokenRoutes = ({ tokens, random }: { tokens: Tokens; random: Randomness }): Route[] => [
  {
    method: 'post',
    path: '/v3/directline/tokens/generate',
    callers: 'allowedOrigins',
    rate: 'token',
    handle() {
      const conversationId = random.uuid();
      // Direct Line reserves `dl_` for ids that only a token can give.
      const token = tokens.issue(conversationId, `dl_${random.uuid()}`);
      return json(200, { conversationId, token, expires_in: TOKEN_SECONDS });
    },
  },
  {
    method: 'post',
    path: '/v3/directline/tokens/refresh',
    callers: 'allowedOrigins',
    handle(incoming) {
      const { conversationId, userId } = authorise(incoming, tokens);
      const token = tokens.issue(conversationId, userId);
      return json(200, { conversationId, token, expires_in: TOKEN_SECONDS });
    },
  },
];
