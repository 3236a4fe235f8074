import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpMessageSender } from '../../../../bot/channels/hotline/http-message-sender.js';
import { verifySignature } from '../../../../bot/channels/hotline/signature.js';

const secret = 'sixteen-or-more-characters';
const now = new Date('2026-11-20T02:00:00Z');
const message = { id: 'sms:77', to: '0912345678', text: 'Đã nhận' };

describe('sending an SMS', () => {
  const received: { body: string; valid: boolean }[] = [];
  let statuses: number[];
  const pauses: number[] = [];
  const gateway = createServer((request, response) => {
    void text(request).then((body) => {
      const { 'x-motcua-timestamp': timestamp, 'x-motcua-signature': signature } = request.headers;
      const signed = {
        timestamp: String(timestamp),
        signature: String(signature),
        rawBody: Buffer.from(body),
      };
      received.push({ body, valid: verifySignature(secret, signed, now) === 'valid' });
      response.writeHead(statuses.shift() ?? 200, { Location: '/elsewhere' }).end();
    });
  });
  const start = async () => {
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    const { port } = gateway.address() as AddressInfo;
    return createHttpMessageSender({
      url: `http://127.0.0.1:${String(port)}/send`,
      secret,
      clock: { now: () => now },
      pause: (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
    });
  };
  beforeEach(() => {
    received.length = 0;
    pauses.length = 0;
  });
  afterEach(async () => {
    gateway.closeAllConnections();
    if (gateway.listening) await new Promise((resolve) => gateway.close(resolve));
  });

  it('posts signed JSON with an id', async () => {
    statuses = [202];
    await (await start()).send(message);
    expect(received).toHaveLength(1);
    expect(received[0]?.valid).toBe(true);
    expect(JSON.parse(received[0]?.body ?? '')).toEqual(message);
  });

  it('tries three times, waiting longer, with the same id', async () => {
    statuses = [503, 429, 200];
    await (await start()).send(message);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(pauses).toEqual([1_000, 3_000]);
  });

  it('gives up after the third and says why without number or text', async () => {
    statuses = [500, 500, 500];
    const failed = (await start()).send(message);
    await expect(failed).rejects.toMatchObject({ name: 'MessageNotSent', reason: '500' });
    await expect(failed).rejects.not.toThrow(/0912|nhận/);
    expect(received).toHaveLength(3);
  });

  it('does not repeat what the gateway refuses, nor follow it elsewhere', async () => {
    const sender = await start();
    for (const status of [400, 302]) {
      statuses = [status];
      await expect(sender.send(message)).rejects.toMatchObject({ reason: String(status) });
    }
    expect(received).toHaveLength(2);
  });

  it('tries again when nobody answers', async () => {
    const sender = await start();
    await new Promise((resolve) => gateway.close(resolve));
    await expect(sender.send(message)).rejects.toMatchObject({ name: 'MessageNotSent' });
    expect(pauses).toHaveLength(2);
  });
});
