import { createHash } from 'node:crypto';
import { Locale } from '../../../data/language/locale.js';
import type { Page, PageRequest, Pages } from '../pages.js';
import type { Incoming, Reply, Route } from '../route.js';
import { pageSecurity } from '../security-headers.js';

/** Procedures to read without the chat: pages for people, JSON for other systems, two files for search engines. */
export const procedureRoutes = ({ procedures, preparing, answers }: Parts): Route[] => [
  page('/thu-tuc', (request) => procedures.list(request)),
  page('/thu-tuc/moi', (request) => procedures.changes(request)),
  page('/thu-tuc/:code', (request, code) => procedures.record(code, request)),
  page('/chuan-bi/:code', (request, code) => preparing.list(code, request)),
  page('/tra-loi', (request) => answers.ask(request)),
  page('/tra-loi/:code', (request, code) => answers.answer(code, request)),
  open('/api/procedures', (request) => procedures.apiList(request)),
  open('/api/procedures/:code', (request, code) => procedures.apiRecord(code, request)),
  open('/api/openapi.json', () => procedures.openApi()),
  open('/sitemap.xml', () => procedures.sitemap()),
  open('/robots.txt', () => procedures.robots()),
];

type Parts = Pick<Pages, 'procedures' | 'preparing' | 'answers'>;

type Render = (request: PageRequest, code: string) => Page | Promise<Page>;

/** Vietnamese unless the address says otherwise: whoever gets the link reads what the sender read. */
const page = (path: string, render: Render): Route =>
  route(path, render, 'vi', ({ base }) => pageSecurity(base));

/** Public data: any site's script may read it. */
const open = (path: string, render: Render): Route =>
  route(path, render, null, () => ({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  }));

const route = (
  path: string,
  render: Render,
  usual: Locale | null,
  headersFor: (incoming: Incoming) => Record<string, string>,
): Route => ({
  method: 'get',
  path,
  callers: 'anyone',
  rate: 'procedures',
  async handle(incoming) {
    const { query, params, locale } = incoming;
    const request = {
      locale: Locale.safeParse(query.get('lang')).data ?? usual ?? locale,
      fields: Object.fromEntries(query),
    };
    return revalidated(await render(request, params['code'] ?? ''), incoming, headersFor(incoming));
  },
});

/** 304 while the reader's copy is the same. What may not be kept carries no mark to ask with. */
const revalidated = (
  { status, contentType, body, cacheControl }: Page,
  { headers: asked }: Incoming,
  own: Record<string, string>,
): Reply => {
  const headers = { ...own, 'Content-Type': contentType, 'Cache-Control': cacheControl };
  if (cacheControl === 'no-store') return { status, headers, body };
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  return asked['if-none-match']?.includes(etag)
    ? { status: 304, headers: { ...headers, ETag: etag } }
    : { status, headers: { ...headers, ETag: etag }, body };
};
