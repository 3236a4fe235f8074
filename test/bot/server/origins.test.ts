import { afterEach, describe, expect, it } from 'vitest';
import { directLine, ErrorBody } from '../../support/direct-line-caller.js';
import { startServer } from '../../support/test-server.js';
import type { TestServer } from '../../support/test-server.js';

const allowed = 'https://tinh.gov.vn';

describe('pages of other sites', () => {
  let server: TestServer;
  afterEach(() => server.close());
  const start = async (environment: Record<string, string> = {}) => {
    server = await startServer({ environment: { ALLOWED_ORIGINS: allowed, ...environment } });
    const generate = (headers: Record<string, string>) =>
      directLine(server.domain).call('POST', 'tokens/generate', { headers });
    return { generate };
  };

  it('get a token when the office has allowed them, as does our own page and a caller that is no browser', async () => {
    const { generate } = await start();
    for (const origin of [allowed, server.url]) {
      const answer = await generate({ Origin: origin });
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
      expect(answer.headers.get('vary')).toBe('Origin');
    }
    const plain = await generate({});
    expect([plain.status, plain.headers.get('access-control-allow-origin')]).toEqual([200, null]);
    expect(plain.headers.get('vary')).toBe('Origin');
  });

  it('get none otherwise, however near their name comes', async () => {
    const { generate } = await start();
    const others = [
      'https://elsewhere.example',
      'http://tinh.gov.vn',
      `${allowed}:8443`,
      `${allowed}.evil.example`,
      'null',
      'x',
    ];
    for (const origin of others) {
      const refused = await generate({ Origin: origin });
      expect([origin, refused.status]).toEqual([origin, 403]);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
      expect(ErrorBody.parse(await refused.json()).error.code).toBe('originRefused');
    }
  });

  it('are known by the address citizens see when a proxy hides it from us', async () => {
    const { generate } = await start({ PUBLIC_URL: 'https://motcua.tinh.gov.vn' });
    expect((await generate({ Origin: 'https://motcua.tinh.gov.vn' })).status).toBe(200);
    const { streamUrl } = await directLine(server.domain).open();
    expect(streamUrl).toMatch(/^wss:\/\/motcua\.tinh\.gov\.vn\/v3\/directline\/conversations\//);
  });

  it('are told before they post what they may send, also what Microsoft’s client adds', async () => {
    await start();
    const ask = (origin: string) =>
      fetch(`${server.domain}/conversations/c1/activities`, {
        method: 'OPTIONS',
        headers: { Origin: origin },
      });
    const yes = await ask(allowed);
    expect(yes.status).toBe(204);
    expect(yes.headers.get('access-control-allow-origin')).toBe(allowed);
    expect(yes.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(yes.headers.get('access-control-allow-headers')?.toLowerCase().split(', ')).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with']),
    );
    const no = await ask('https://elsewhere.example');
    expect([no.status, no.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('can read an error, and when to come back', async () => {
    await start();
    const refused = await fetch(`${server.domain}/conversations`, {
      method: 'POST',
      headers: { Origin: allowed },
    });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, allowed]);
    expect(refused.headers.get('access-control-expose-headers')).toBe('Retry-After');
  });
});
