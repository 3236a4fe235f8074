import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../bot/server/limits.js';
import { procedureSite } from '../../support/procedure-site.js';
import { startServer } from '../../support/test-server.js';
import type { TestServer } from '../../support/test-server.js';

let server: TestServer;
const procedures = procedureSite();

beforeAll(async () => {
  server = await startServer({ pages: { procedures } });
});
afterAll(() => server.close());

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(server.url + path, { method, headers });

describe('procedures over HTTP', () => {
  it.each([
    ['/thu-tuc', 200, 'text/html'],
    ['/thu-tuc/moi', 200, 'text/html'],
    ['/thu-tuc/1.014199', 200, 'text/html'],
    ['/thu-tuc/9.999999', 404, 'text/html'],
    ['/api/procedures', 200, 'application/json'],
    ['/api/procedures/1.014199', 200, 'application/json'],
    ['/api/procedures/9.999999', 404, 'application/json'],
    ['/api/procedures?page=0', 400, 'application/json'],
    ['/api/openapi.json', 200, 'application/json'],
    ['/sitemap.xml', 200, 'application/xml'],
    ['/robots.txt', 200, 'text/plain'],
  ])('answers %s with %i and %s', async (path, status, type) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const head = await get(path, {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([status, '']);
  });

  it('is Vietnamese unless the address says otherwise, whatever the browser prefers', async () => {
    const english = { 'accept-language': 'en' };
    expect(await (await get('/thu-tuc/1.014199', english)).text()).toContain('<html lang="vi">');
    expect(await (await get('/thu-tuc/1.014199?lang=en')).text()).toContain('<html lang="en">');
    expect(await (await get('/thu-tuc/1.014199?lang=x')).text()).toContain('<html lang="vi">');
  });

  it('spares who has it already', async () => {
    for (const path of ['/thu-tuc/1.014199', '/api/procedures/1.014199']) {
      const first = await get(path);
      const etag = first.headers.get('etag') ?? '';
      expect(first.headers.get('cache-control')).toBe('public, max-age=300');
      const again = await get(path, { 'if-none-match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
      const other = await get(`${path}?lang=en&situation=new`, { 'if-none-match': 'W/"other"' });
      expect(other.status).toBe(200);
    }
  });

  it('lets no cache keep what somebody asks for', async () => {
    for (const path of ['/thu-tuc?q=mai+tang', '/api/procedures?q=mai+tang', '/thu-tuc/9.999999']) {
      const { headers } = await get(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('etag')).toBeNull();
    }
  });

  it('opens the data to any site and the pages to none', async () => {
    const origin = { origin: 'https://elsewhere.example' };
    for (const path of ['/api/procedures', '/api/procedures/1.014199', '/api/openapi.json'])
      expect((await get(path, origin)).headers.get('access-control-allow-origin')).toBe('*');
    const page = await get('/thu-tuc/1.014199', origin);
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('writes only to be read: no other method is taken', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await get('/api/procedures/1.014199', {}, method)).status).toBe(405);
  });

  it('logs the place, never the question', async () => {
    await get('/thu-tuc?q=toi+bi+nhiem+hiv');
    const line = server.lines.at(-1) ?? '';
    expect(line).toContain('"route":"/thu-tuc"');
    expect(server.lines.join('')).not.toContain('hiv');
  });

  it('slows who asks without end, and says when to come back', async () => {
    const rates = { ...LIMITS.rates, procedures: { burst: 2, perSecond: 0.1 } };
    const slow = await startServer({ pages: { procedures }, limits: { ...LIMITS, rates } });
    const ask = () => fetch(`${slow.url}/api/procedures`);
    const statuses = [(await ask()).status, (await ask()).status];
    const refused = await ask();
    expect([...statuses, refused.status]).toEqual([200, 200, 429]);
    expect(refused.headers.get('retry-after')).toBe('10');
    await slow.close();
  });
});
