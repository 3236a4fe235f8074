import type { IncomingHttpHeaders } from 'node:http';
import type { Route } from './route.js';

/** Who may call us from a browser. Callers without an Origin (other servers, scripts) are no browsers. */
export const createOrigins = (settings: { allowed: readonly string[]; publicUrl: string | undefined }) => {
  const allowed = new Set([
    ...settings.allowed,
    ...(settings.publicUrl === undefined ? [] : [settings.publicUrl]),
  ]);
  return {
    accepts: ({ origin, host }: IncomingHttpHeaders): boolean =>
      origin === undefined || allowed.has(origin) || isOwn(origin, host),
    /** Only an accepted origin is echoed, and caches are told that the answer depends on it. */
    corsHeaders: ({ origin }: IncomingHttpHeaders): Record<string, string> =>
      origin === undefined
        ? { Vary: 'Origin' }
        : {
            Vary: 'Origin',
            'Access-Control-Allow-Origin': origin,
            'Access-Control-Expose-Headers': 'Retry-After',
          },
  };
};
export type Origins = ReturnType<typeof createOrigins>;

/** What a browser asks before it posts JSON across origins; the last two headers are those Microsoft's client sets. */
export const preflightRoute = (path: string): Route => ({
  method: 'opts',
  path,
  callers: 'allowedOrigins',
  handle: () => ({
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-Ms-Bot-Agent, X-Requested-With',
      'Access-Control-Max-Age': '600',
    },
  }),
});

/** Scheme left aside: a proxy that ends TLS speaks http to us. */
const isOwn = (origin: string, host: string | undefined): boolean =>
  URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
