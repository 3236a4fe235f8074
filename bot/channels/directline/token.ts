import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../../data/clock.js';

/** Microsoft's clients refresh at half of 30 minutes. */
export const TOKEN_SECONDS = 30 * 60;
const TICKET_SECONDS = 60;

const Claims = z.object({
  /** A token opens its conversation; a ticket opens one stream of it and nothing else. */
  aud: z.enum(['conversation', 'stream']),
  conv: z.string().min(1),
  /** Microsoft's clients read the user's id from this claim. */
  user: z.string().min(1),
  exp: z.int(),
  /** Of a ticket: until when the stream stays open, the expiry of the token it came from. */
  until: z.int().optional(),
});
type Claims = z.infer<typeof Claims>;

/** Who may do something, where, and until when (seconds since 1970). */
export interface Grant {
  conversationId: string;
  userId: string;
  until: number;
}

export type Verified = { ok: true; grant: Grant } | { ok: false; reason: 'invalid' | 'expired' };

/**
 * Tokens of the form Microsoft's clients expect (a JWT), signed with HMAC-SHA-256.
 * The header is written and never read, so a token cannot choose its own algorithm.
 *
 * A browser cannot set headers on a WebSocket, so what opens a stream must stand in its URL, and URLs end up in
 * the logs of proxies. Hence the ticket: it opens only that one stream, only within a minute, and posts nothing.
 */
export const createTokens = ({ secret, clock }: { secret: string; clock: Clock }) => {
  const now = (): number => Math.floor(clock.now().getTime() / 1000);
  const sign = (claims: Claims): string => {
    const content = `${HEADER}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    return `${content}.${mac(secret, content)}`;
  };
  const verify = (token: string, aud: Claims['aud']): Verified => {
    const claims = readClaims(token, secret);
    if (claims?.aud !== aud) return { ok: false, reason: 'invalid' };
    if (claims.exp <= now()) return { ok: false, reason: 'expired' };
    const { conv, user, exp, until = exp } = claims;
    return { ok: true, grant: { conversationId: conv, userId: user, until } };
  };
  return {
    issue: (conversationId: string, userId: string): string =>
      sign({ aud: 'conversation', conv: conversationId, user: userId, exp: now() + TOKEN_SECONDS }),
    verify: (token: string): Verified => verify(token, 'conversation'),
    ticket: ({ conversationId, userId, until }: Grant): string =>
      sign({ aud: 'stream', conv: conversationId, user: userId, exp: now() + TICKET_SECONDS, until }),
    verifyTicket: (ticket: string): Verified => verify(ticket, 'stream'),
  };
};
export type Tokens = ReturnType<typeof createTokens>;

const HEADER = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');

const mac = (secret: string, content: string): string =>
  createHmac('sha256', `directline:${secret}`).update(content).digest('base64url');

/** The claims, when the signature is ours. Compared as text, so that no second spelling of a signature passes. */
const readClaims = (token: string, secret: string): Claims | null => {
  const [header = '', payload = '', signature = '', ...more] = token.split('.');
  const expected = Buffer.from(mac(secret, `${header}.${payload}`));
  const given = Buffer.from(signature);
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
};
