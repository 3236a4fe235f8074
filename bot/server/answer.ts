import type { Request, Response } from 'restify';
import type { Logger } from 'pino';
import type { Config } from '../../config.js';
import type { OfficeProfile } from '../../data/office/office-profile.js';
import type { Randomness } from '../../data/randomness.js';
import type { Texts } from '../../data/texts/texts.js';
import { errorReply, HttpError } from './http-errors.js';
import type { Limits } from './limits.js';
import type { Origins } from './origins.js';
import type { RateLimits } from './rate-limit.js';
import { clientAddress } from './request/client-address.js';
import { readBody } from './request/read-body.js';
import { readIncoming } from './request/read-incoming.js';
import type { Incoming, Reply, Route } from './route.js';
import { SECURITY_HEADERS } from './security-headers.js';

interface Dependencies {
  config: Config;
  office: OfficeProfile;
  texts: Texts;
  random: Randomness;
  log: Logger;
  limits: Limits;
  rates: RateLimits;
  origins: Origins;
}

/** The way of every request: who asks, how often, the body, the route, and one place where errors become answers. */
export const createAnswers = (dependencies: Dependencies) => {
  const { config, office, texts, random, log, limits, rates, origins } = dependencies;
  const settings = { trustProxy: config.TRUST_PROXY, publicUrl: config.PUBLIC_URL };

  const report =
    (route: string) =>
    (bug: unknown): string => {
      const incident = random.uuid().slice(0, 8);
      log.error({ event: 'bug', incident, route, err: bug });
      return incident;
    };
  const refuse = (error: unknown, incoming: Incoming, path: string): Reply =>
    errorReply(error, {
      texts,
      locale: incoming.locale,
      hotline: office.hotline?.number ?? null,
      report: report(path),
    });
  const run = async (route: Route, incoming: Incoming, request: Request): Promise<Reply> => {
    if (route.callers === 'allowedOrigins' && !origins.accepts(incoming.headers))
      throw new HttpError(403, 'originRefused');
    if (route.rate !== undefined) await rates.take(route.rate, incoming.address);
    if (route.method === 'post' || route.method === 'put')
      incoming.body = await readBody(request, limits.bodyBytes);
    return route.handle(incoming);
  };
  const cors = (route: Route, { headers }: Incoming): Record<string, string> =>
    route.callers === 'allowedOrigins' && origins.accepts(headers) ? origins.corsHeaders(headers) : {};

  return {
    /** Every request counts, found or not. */
    admit(request: Request): void {
      rates.admit(clientAddress(request, config.TRUST_PROXY));
    },
    /** Never rejects. */
    async answer(route: Route, request: Request, response: Response): Promise<void> {
      const started = performance.now();
      const incoming = readIncoming(request, settings);
      const reply = await run(route, incoming, request).catch((error: unknown) =>
        refuse(error, incoming, route.path),
      );
      send(response, { ...reply, headers: { ...cors(route, incoming), ...reply.headers } });
      const took = Math.round(performance.now() - started);
      const { method } = incoming;
      log.info({ event: 'http.request', method, route: route.path, status: reply.status, ms: took });
    },
    /** For what never reached a route. */
    answerError(error: unknown, request: Request, response: Response): void {
      send(response, refuse(error, readIncoming(request, settings), 'none'));
    },
  };
};
export type Answers = ReturnType<typeof createAnswers>;

const send = (response: Response, { status, headers = {}, body = '' }: Reply): void => {
  response.sendRaw(status, body, { ...SECURITY_HEADERS, ...headers });
};
