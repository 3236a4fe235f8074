import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../bot/server/limits.js';
import { directLine, ErrorBody, message } from '../../support/direct-line-caller.js';
import { startServer } from '../../support/test-server.js';
import type { TestServer } from '../../support/test-server.js';

const wide = { burst: 1_000_000, perSecond: 1_000 };

describe('bad input', () => {
  let server: TestServer;
  let line: ReturnType<typeof directLine>;
  beforeAll(async () => {
    const rates = { ...LIMITS.rates, request: wide, token: wide, message: wide, read: wide };
    server = await startServer({ limits: { ...LIMITS, rates } });
    line = directLine(server.domain);
  });
  afterAll(() => server.close());

  /** A request as bytes, as no client library would write it. */
  const raw = async (...lines: string[]): Promise<string> => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    return text(socket);
  };
  const stillUp = async (): Promise<boolean> => (await fetch(`${server.url}/healthz`)).ok;

  it('of any JSON body gets an answer or a clear 4xx, never a 500', async () => {
    const opened = await line.open();
    const shaped = fc.record(
      {
        type: fc.oneof(fc.constantFrom('message', 'event', 'typing', 'invoke'), fc.json()),
        text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
        locale: fc.oneof(fc.constantFrom('vi-VN', 'en-US', 'xx'), fc.jsonValue()),
        value: fc.jsonValue(),
        channelData: fc.oneof(fc.jsonValue(), fc.record({ clientActivityID: fc.jsonValue() })),
        __proto__: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          shaped.map((body) => JSON.stringify(body)),
          fc.json(),
        ),
        async (body) => {
          for (const path of [`conversations/${opened.conversationId}/activities`, 'conversations']) {
            const answer = await line.call('POST', path, { token: opened.token, body });
            expect([200, 201, 400]).toContain(answer.status);
            if (answer.status === 400)
              expect(ErrorBody.parse(await answer.json()).error.message).toMatch(/^Yêu cầu|^The request/);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(await stillUp()).toBe(true);
  });

  it('that is not JSON, not UTF-8 or nested a thousand deep is refused', async () => {
    const opened = await line.open();
    const path = `conversations/${opened.conversationId}/activities`;
    for (const body of ['{', 'null', '[]', '"text"', '['.repeat(30_000), '{"type":"message","text":"\u0000'])
      expect((await line.call('POST', path, { token: opened.token, body })).status).toBe(400);
    const latin = await fetch(`${server.domain}/${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${opened.token}`, 'Content-Type': 'application/json' },
      body: Buffer.from('{"type":"message","text":"ch\xe0o"}', 'latin1'),
    });
    expect(latin.status).toBe(400);
  });

  it('of odd characters reaches the bot and the log as it was written', async () => {
    const opened = await line.open();
    const odd = [
      '',
      '\u0000\u0007',
      '\u200b\u200d\ufeff',
      '🙏🏽👨‍👩‍👧',
      'Việt'.normalize('NFD'),
      '<script>alert(1)</script>',
    ];
    for (const one of odd) expect((await line.post(opened, message(one))).status).toBe(200);
    const { activities } = await line.poll(opened);
    expect(activities.filter(({ from }) => from.role === 'user').map(({ text: said }) => said)).toEqual(odd);
  });

  it('in the request line or the Host is refused and stops nothing', async () => {
    const targets = [
      '//',
      '/%',
      '/%00',
      '/%E0%A4%A',
      '/..%2f..',
      '/v3/directline/conversations/%ff',
      `/${'a'.repeat(5_000)}`,
    ];
    for (const target of targets)
      expect(await raw(`GET ${target} HTTP/1.1`, 'Host: x', 'Connection: close')).toMatch(
        /^HTTP\/1.1 40[04]/,
      );
    for (const host of ['[', 'a b', 'x;script-src', 'x/../', ':', '<x>'])
      expect(await raw('GET / HTTP/1.1', `Host: ${host}`, 'Connection: close')).toMatch(/^HTTP\/1.1 400/);
    for (const target of ['*', 'http://[', 'http://elsewhere.example/healthz', 'x'])
      expect(await raw(`GET ${target} HTTP/1.1`, 'Host: x', 'Connection: close')).toMatch(
        /^HTTP\/1.1 40[04]/,
      );
    expect(await raw('GET / HTTP/1.0')).toMatch(/^HTTP\/1.1 200/);
    expect(await stillUp()).toBe(true);
  });

  it('addressed to nowhere gets 404, and the wrong method 405 with the right ones', async () => {
    const nowhere = await fetch(`${server.url}/v3/directline/upload`, { method: 'POST', body: 'x' });
    expect(nowhere.status).toBe(404);
    expect(ErrorBody.parse(await nowhere.json()).error).toEqual({
      code: 'notFound',
      message: 'Không có địa chỉ này.',
    });
    const wrong = await fetch(`${server.domain}/tokens/generate`, { headers: { 'Accept-Language': 'en' } });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toContain('POST');
    expect(ErrorBody.parse(await wrong.json()).error.code).toBe('methodNotAllowed');
  });

  it('as an upgrade to somewhere else ends the connection and nothing more', async () => {
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Host: x'];
    expect(await raw('GET /anything HTTP/1.1', ...upgrade)).toMatch(/^HTTP\/1.1 404/);
    expect(await stillUp()).toBe(true);
  });

  it('of a sender who hangs up in the middle leaves the server as it was', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.write('POST /v3/directline/tokens/generate HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await expect.poll(() => server.lines.some((entry) => entry.includes('"status":400'))).toBe(true);
    expect(server.lines.some((entry) => entry.includes('"event":"bug"'))).toBe(false);
    expect(await stillUp()).toBe(true);
  });
});
