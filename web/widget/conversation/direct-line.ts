import { readBatch } from './activity.js';
import type { Batch } from './activity.js';
import { textOf } from './loose.js';
import { request } from './request.js';
import type { Reply } from './request.js';
import type { Session } from './session.js';

/** The session as opened or renewed, and where its stream is. */
export interface Opened {
  session: Session;
  streamUrl: string;
}

/** The calls of Direct Line 3.0 (learn.microsoft.com: bot-framework-rest-direct-line-3-0-api-reference). */
export const createDirectLine = (server: string) => ({
  /** A token for one new conversation. */
  generate: (userId: string): Promise<Reply<Session>> =>
    request(server, { method: 'POST', path: 'tokens/generate', body: { user: { id: userId } } }, (body) =>
      sessionFrom(body, { conversationId: '', token: '', expiresAt: 0, userId }),
    ),
  start: (session: Session, locale: string): Promise<Reply<Opened>> => {
    const body = { user: { id: session.userId }, locale };
    return request(server, { method: 'POST', path: 'conversations', token: session.token, body }, (answer) =>
      openedFrom(answer, session),
    );
  },
  /** A new stream for a conversation whose stream broke. */
  reconnect: (session: Session, watermark: string): Promise<Reply<Opened>> =>
    request(server, { method: 'GET', path: since(session, '', watermark), token: session.token }, (body) =>
      openedFrom(body, session),
    ),
  refresh: (session: Session): Promise<Reply<Session>> =>
    request(server, { method: 'POST', path: 'tokens/refresh', token: session.token }, (body) =>
      sessionFrom(body, session),
    ),
  activities: (session: Session, watermark: string): Promise<Reply<Batch>> => {
    const path = since(session, '/activities', watermark);
    return request(server, { method: 'GET', path, token: session.token }, readBatch);
  },
  post: (session: Session, message: { id: string; text: string; locale: string }): Promise<Reply<string>> => {
    const body = {
      type: 'message',
      from: { id: session.userId },
      text: message.text,
      locale: message.locale,
      channelData: { clientActivityID: message.id },
    };
    const path = `${pathOf(session)}/activities`;
    return request(server, { method: 'POST', path, token: session.token, body }, (answer) =>
      textOf(answer['id']),
    );
  },
});
export type DirectLine = ReturnType<typeof createDirectLine>;

const pathOf = ({ conversationId }: Session): string => `conversations/${encodeURIComponent(conversationId)}`;

const since = (session: Session, below: string, watermark: string): string =>
  `${pathOf(session)}${below}?watermark=${encodeURIComponent(watermark)}`;

const openedFrom = (body: Record<string, unknown>, before: Session): Opened => ({
  session: sessionFrom(body, before),
  streamUrl: textOf(body['streamUrl']),
});

const sessionFrom = (body: Record<string, unknown>, before: Session): Session => {
  const lifetime = Number(body['expires_in']);
  return {
    conversationId: textOf(body['conversationId']) || before.conversationId,
    token: textOf(body['token']) || before.token,
    expiresAt: lifetime > 0 ? Date.now() + lifetime * 1000 : before.expiresAt,
    userId: before.userId,
  };
};
