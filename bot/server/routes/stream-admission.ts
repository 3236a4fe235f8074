import type { IncomingMessage } from 'node:http';
import type { Config } from '../../../config.js';
import type { Grant, Tokens } from '../../channels/directline/token.js';
import { Watermark } from '../../channels/directline/watermark.js';
import type { Limits } from '../limits.js';
import type { Origins } from '../origins.js';
import type { RateLimits } from '../rate-limit.js';
import { clientAddress } from '../request/client-address.js';
import type { StreamCounts } from './stream-counts.js';

export interface Admitted {
  grant: Grant;
  watermark: number;
  address: string;
}
export type Admission = Admitted | { refused: 400 | 403 | 404 | 429 };

interface Dependencies {
  config: Config;
  limits: Limits;
  rates: RateLimits;
  tokens: Tokens;
  origins: Origins;
  counts: StreamCounts;
}

const PATH = /^\/v3\/directline\/conversations\/([^/?]+)\/stream\?(.*)$/;

/** Who may open a stream: a fresh ticket for this very conversation, from a page we know, while there is room. */
export const createAdmission = ({ config, limits, rates, tokens, origins, counts }: Dependencies) => {
  const isFull = (address: string, conversationId: string): boolean =>
    counts.total() >= limits.streams.total ||
    counts.of(address) >= limits.streams.byAddress ||
    counts.of(conversationId) >= limits.streams.byConversation;

  const grantOf = (parameters: URLSearchParams, conversationId: string): Grant | null => {
    const ticket = tokens.verifyTicket(parameters.get('t') ?? '');
    return ticket.ok && ticket.grant.conversationId === conversationId ? ticket.grant : null;
  };

  return (request: IncomingMessage): Admission => {
    const address = clientAddress(request, config.TRUST_PROXY);
    if (rates.wait(address) > 0) return { refused: 429 };
    const [, id, query = ''] = PATH.exec(request.url ?? '') ?? [];
    if (id === undefined) return { refused: 404 };
    const parameters = new URLSearchParams(query);
    const grant = grantOf(parameters, id);
    if (grant === null || !origins.accepts(request.headers)) return { refused: 403 };
    const watermark = Watermark.safeParse(parameters.get('watermark'));
    if (!watermark.success) return { refused: 400 };
    return isFull(address, id) ? { refused: 429 } : { grant, watermark: watermark.data, address };
  };
};
