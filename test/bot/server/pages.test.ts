import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../support/test-server.js';
import type { TestServer } from '../../support/test-server.js';

describe('the site', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });

  it('shows its pages in the browser’s language, or the one asked for', async () => {
    expect(await (await get('/')).text()).toBe('<p>index vi</p>');
    expect(await (await get('/', { 'Accept-Language': 'en-GB,en' })).text()).toBe('<p>index en</p>');
    expect(await (await get('/?lang=vi', { 'Accept-Language': 'en' })).text()).toBe('<p>index vi</p>');
    expect(await (await get('/gop-y?about=1.014748')).text()).toBe('<form>vi 1.014748</form>');
  });

  it('lets pages run our own script only, and tells browsers nothing about the server', async () => {
    const page = await get('/');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain(`connect-src 'self' ${server.url.replace('http', 'ws')};`);
    for (const path of ['/', '/widget.js', '/healthz', '/nowhere', '/v3/directline/tokens/generate']) {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('takes the form and answers with the page the root makes of it', async () => {
    const body = new URLSearchParams({ text: 'Góp ý & khen' });
    const filed = await fetch(`${server.url}/gop-y`, {
      method: 'POST',
      body,
      headers: { Origin: server.url },
    });
    expect([filed.status, await filed.text()]).toEqual([201, '<p>Góp ý & khen</p>']);
  });

  it('takes no form of another site, of another type or of another size', async () => {
    const post = (body: string | URLSearchParams, headers: Record<string, string> = {}) =>
      fetch(`${server.url}/gop-y`, { method: 'POST', body, headers });
    const form = new URLSearchParams({ text: 'x' });
    expect((await post(form, { Origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post(form, { Origin: 'null' })).status).toBe(403);
    expect((await post('{}', { 'Content-Type': 'application/json' })).status).toBe(415);
    expect((await post(new URLSearchParams({ text: 'x'.repeat(70_000) }))).status).toBe(413);
    expect((await post(form, { 'Content-Encoding': 'gzip' })).status).toBe(415);
  });

  it('sends the widget compressed to any site, and not again while it is the same', async () => {
    const plain = await get('/widget.js', { 'Accept-Encoding': 'identity' });
    const text = await plain.text();
    expect(text).toContain('void "widget";');
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(plain.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(plain.headers.get('cache-control')).toBe('public, max-age=600');
    const etag = plain.headers.get('etag') ?? '';
    const same = await get('/widget.js', { 'If-None-Match': etag });
    expect([same.status, await same.text()]).toEqual([304, '']);
    const version = /"(.*)"/.exec(etag)?.[1] ?? '';
    expect((await get(`/widget.js?v=${version}`)).headers.get('cache-control')).toContain('immutable');
    expect((await get('/widget.js?v=other')).headers.get('cache-control')).not.toContain('immutable');
    const sent = await rawGet(`${server.url}/widget.js`);
    expect(sent.length).toBeLessThan(text.length / 4);
    expect(gunzipSync(sent).toString()).toBe(text);
  });

  it('answers HEAD like GET without a body', async () => {
    const head = await fetch(`${server.url}/widget.js`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

/** Without fetch's own unpacking. */
const rawGet = (url: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    request(url, { headers: { 'Accept-Encoding': 'gzip, br' } }, (response) => {
      buffer(response).then(resolve, reject);
    }).end();
  });
