import type { Catalogue } from '../../../data/procedures/catalogue.js';
import { FIELDS } from '../../../data/procedures/procedure.js';
import { html, markupOf } from '../html.js';
import { inLanguage } from '../in-language.js';

const FRESH = 'public, max-age=3600';

/** Every page in both languages, for search engines; 404 where the office has not set its public address. */
export const sitemap = ({ all, lifeEvents }: Catalogue, publicUrl: string | null) => {
  if (publicUrl === null)
    return { status: 404, contentType: TEXT, body: 'PUBLIC_URL is not set.\n', cacheControl: 'no-store' };
  const paths: { path: string; changed?: string }[] = [
    { path: '/thu-tuc' },
    { path: '/thu-tuc/moi' },
    ...FIELDS.map((field) => ({ path: `/thu-tuc?field=${field}` })),
    ...lifeEvents.map(({ id }) => ({ path: `/thu-tuc?situation=${id}` })),
    ...all.map(({ code, verifiedOn }) => ({ path: `/thu-tuc/${code}`, changed: verifiedOn })),
  ];
  const urls = paths.flatMap(({ path, changed }) =>
    (['vi', 'en'] as const).map(
      (locale) =>
        html`<url
          ><loc>${publicUrl}${inLanguage(path, locale)}</loc
          >${changed && html`<lastmod>${changed}</lastmod>`}</url
        >`,
    ),
  );
  const body = html`<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`;
  return {
    status: 200,
    contentType: 'application/xml; charset=utf-8',
    body: markupOf(body),
    cacheControl: FRESH,
  };
};

/** Everything public may be read; conversations and searches are nobody's page. */
export const robots = (publicUrl: string | null) => ({
  status: 200,
  contentType: TEXT,
  body: [
    'User-agent: *',
    'Disallow: /v3/',
    'Disallow: /thu-tuc?q=',
    'Disallow: /gop-y?',
    ...(publicUrl === null ? [] : ['', `Sitemap: ${publicUrl}/sitemap.xml`]),
    '',
  ].join('\n'),
  cacheControl: FRESH,
});

const TEXT = 'text/plain; charset=utf-8';
