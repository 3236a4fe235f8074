import type { Grant, Tokens } from '../../channels/directline/token.js';
import { HttpError } from '../http-errors.js';
import type { Incoming } from '../route.js';

/** The token's grant; 403, which Microsoft's client reads as "expired", for any that is not good. */
export const authorise = ({ headers }: Incoming, tokens: Tokens): Grant => {
  const [, token] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token === undefined) throw new HttpError(401, 'tokenMissing', {}, { 'WWW-Authenticate': 'Bearer' });
  const verified = tokens.verify(token);
  if (!verified.ok) throw new HttpError(403, 'tokenRefused');
  return verified.grant;
};

/** As `authorise`, for the conversation named in the path and no other. */
export const authoriseConversation = (incoming: Incoming, tokens: Tokens): Grant => {
  const grant = authorise(incoming, tokens);
  if (grant.conversationId !== incoming.params['id']) throw new HttpError(403, 'tokenRefused');
  return grant;
};
