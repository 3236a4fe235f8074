import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Locale } from '../../../data/language/locale.js';
import { HttpError } from '../http-errors.js';
import type { Origins } from '../origins.js';
import type { Asset, Page, PageRequest, Pages } from '../pages.js';
import type { Incoming, Reply, Route } from '../route.js';
import { pageSecurity } from '../security-headers.js';

/** The site's pages and the files they load. */
export const pageRoutes = ({ pages, origins }: { pages: Pages; origins: Origins }): Route[] => [
  page('/', (request) => pages.index(request)),
  page('/gop-y', (request) => pages.feedbackForm(request)),
  {
    method: 'post',
    path: '/gop-y',
    callers: 'anyone',
    rate: 'form',
    async handle(incoming) {
      // The form is for people on our own page; it carries no token that other sites' scripts would lack.
      if (!origins.accepts(incoming.headers)) throw new HttpError(403, 'originRefused');
      return toReply(await pages.fileFeedback(requestOf(incoming, formOf(incoming))), incoming);
    },
  },
  ...Object.entries(pages.assets).map(([path, asset]) => assetRoute(path, asset)),
];

const page = (path: string, render: (request: PageRequest) => Page): Route => ({
  method: 'get',
  path,
  callers: 'anyone',
  handle: (incoming) => toReply(render(requestOf(incoming, incoming.query)), incoming),
});

/** `?lang=en` chooses the language; without it the browser does. */
const requestOf = ({ query, locale }: Incoming, fields: URLSearchParams): PageRequest => ({
  locale: Locale.safeParse(query.get('lang')).data ?? locale,
  fields: Object.fromEntries(fields),
});

const formOf = ({ headers, body }: Incoming): URLSearchParams => {
  const expected = 'application/x-www-form-urlencoded';
  if (headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== expected)
    throw new HttpError(415, 'typeRefused', { type: expected });
  return new URLSearchParams(body.toString('utf8'));
};

const toReply = ({ status, contentType, body, cacheControl }: Page, { base }: Incoming): Reply => ({
  status,
  headers: {
    'Content-Type': contentType,
    'Cache-Control': cacheControl,
    Vary: 'Accept-Language',
    ...pageSecurity(base),
  },
  body,
});

/**
 * Asked again after ten minutes, answered with 304 while it is the same; `?v=<etag>` names one version for good.
 * Any site may load it: that is how the widget gets onto other pages.
 */
const assetRoute = (path: string, { contentType, body }: Asset): Route => {
  const plain = Buffer.from(body);
  const zipped = gzipSync(plain, { level: 9 });
  const version = createHash('sha256').update(plain).digest('base64url').slice(0, 16);
  const etag = `W/"${version}"`;
  const headers = {
    'Content-Type': contentType,
    ETag: etag,
    Vary: 'Accept-Encoding',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  const caching = (query: URLSearchParams): string =>
    query.get('v') === version ? 'public, max-age=31536000, immutable' : 'public, max-age=600';
  return {
    method: 'get',
    path,
    callers: 'anyone',
    handle(incoming) {
      const cached = { ...headers, 'Cache-Control': caching(incoming.query) };
      if (incoming.headers['if-none-match']?.includes(etag)) return { status: 304, headers: cached };
      return /\bgzip\b/.test(incoming.headers['accept-encoding'] ?? '')
        ? { status: 200, headers: { ...cached, 'Content-Encoding': 'gzip' }, body: zipped }
        : { status: 200, headers: cached, body: plain };
    },
  };
};
