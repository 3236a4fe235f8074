import { afterEach, describe, expect, it } from 'vitest';
import { sign } from '../../../bot/channels/hotline/signature.js';
import { LIMITS } from '../../../bot/server/limits.js';
import { ErrorBody } from '../../support/direct-line-caller.js';
import { createMemoryStore } from '../../support/memory-store.js';
import { startServer } from '../../support/test-server.js';
import type { TestServer } from '../../support/test-server.js';

const secret = 'sixteen-or-more-characters';
const withSecret = { environment: { HOTLINE_SMS_SECRET: secret } };

describe('POST /hotline/sms', () => {
  let server: TestServer;
  afterEach(() => server.close());

  const post = (body: string, changes: Record<string, string> = {}): Promise<Response> => {
    const timestamp = String(Math.floor(server.clock.now().getTime() / 1000));
    return fetch(`${server.url}/hotline/sms`, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json',
        'X-Motcua-Timestamp': timestamp,
        'X-Motcua-Signature': sign(secret, timestamp, Buffer.from(body)),
        ...changes,
      },
    });
  };
  const sms = (more: object = {}): string =>
    JSON.stringify({ id: 'a1', from: '0912345678', to: '8088', text: 'PA đường hỏng', ...more });

  it('answers a signed message with the replies, and a repeat with the same', async () => {
    server = await startServer(withSecret);
    const [first, repeat] = [await post(sms()), await post(sms())];
    expect([first.status, repeat.status]).toEqual([200, 200]);
    expect(await first.json()).toEqual({ status: 'accepted', replies: ['PA đường hỏng'] });
    expect(await repeat.json()).toEqual({ status: 'accepted', replies: ['PA đường hỏng'] });
  });

  it('is not there without a secret', async () => {
    server = await startServer();
    expect((await post(sms())).status).toBe(404);
  });

  it('refuses what is not signed by the gateway just now', async () => {
    server = await startServer(withSecret);
    const wrong = await post(sms(), { 'X-Motcua-Signature': 'sha256=00' });
    expect(wrong.status).toBe(401);
    expect(ErrorBody.parse(await wrong.json()).error.code).toBe('signatureRefused');
    const old = String(Math.floor(server.clock.now().getTime() / 1000) - 301);
    const late = await post(sms(), {
      'X-Motcua-Timestamp': old,
      'X-Motcua-Signature': sign(secret, old, Buffer.from(sms())),
    });
    expect([late.status, ErrorBody.parse(await late.json()).error.code]).toEqual([401, 'timestampRefused']);
    expect(await server.store.receipts.find('sms:a1')).toBeNull();
  });

  it('says which field is wrong', async () => {
    server = await startServer(withSecret);
    for (const [more, field] of [
      [{ id: '' }, 'id'],
      [{ from: 'MOTCUA' }, 'from'],
      [{ to: null }, 'to'],
      [{ text: 7 }, 'text'],
    ] as const) {
      const refused = await post(sms(more));
      expect([refused.status, ErrorBody.parse(await refused.json()).error.message]).toEqual([
        400,
        `Yêu cầu chưa đúng ở mục: ${field}.`,
      ]);
    }
    expect((await post('{"id":')).status).toBe(400);
    expect((await post(sms(), { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  it('answers 503 when the message cannot be kept, so that the gateway sends it again', async () => {
    const store = createMemoryStore();
    server = await startServer({ ...withSecret, store });
    await store.close();
    const refused = await post(sms());
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  });

  it('slows one number down and no other', async () => {
    const rates = { ...LIMITS.rates, sms: { burst: 3, perSecond: 0.001 } };
    server = await startServer({ ...withSecret, limits: { ...LIMITS, rates } });
    const statuses = new Set<number>();
    for (let sent = 0; sent < 5; sent += 1) statuses.add((await post(sms({ id: String(sent) }))).status);
    expect([...statuses]).toEqual([200, 429]);
    expect((await post(sms({ id: 'other', from: '0987654321' }))).status).toBe(200);
  });

  it('runs what a crash interrupted without being asked', async () => {
    const store = createMemoryStore();
    const message = {
      id: 'sms:9',
      channel: 'sms',
      conversationId: 'sms:x',
      from: '0912345678',
      locale: null,
    };
    const record = {
      id: 'sms:9',
      status: 'taken' as const,
      leaseUntil: '2026-01-01T00:00:00.000Z',
      message: { ...message, type: 'message', text: 'PA trước khi mất điện' },
      activityId: null,
      at: '2026-01-01T00:00:00.000Z',
    };
    await store.commit([{ kind: 'receipt', record }]);
    server = await startServer({ store, limits: { ...LIMITS, resumeMs: 10 } });
    await expect.poll(async () => (await store.receipts.find('sms:9'))?.status).toBe('done');
    const logged = await store.activities.since('sms:x', 0);
    expect(logged.map(({ activity }) => activity['text'])).toContain('PA trước khi mất điện');
  });
});
