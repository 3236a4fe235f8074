import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTokens } from '../../../bot/channels/directline/token.js';
import { LIMITS } from '../../../bot/server/limits.js';
import { DomainError } from '../../../data/domain-error.js';
import { directLine, message } from '../../support/direct-line-caller.js';
import { saying } from '../../support/echo-bot.js';
import { createMemoryStore } from '../../support/memory-store.js';
import { openStream, upgradeStatus } from '../../support/stream-reader.js';
import { startServer } from '../../support/test-server.js';
import type { TestServer } from '../../support/test-server.js';

describe('the stream of a conversation', () => {
  let server: TestServer;
  let line: ReturnType<typeof directLine>;
  beforeEach(async () => {
    server = await startServer({
      environment: { ALLOWED_ORIGINS: 'https://tinh.gov.vn' },
      limits: {
        ...LIMITS,
        streams: { ...LIMITS.streams, byConversation: 2, byAddress: 3, batch: 3, retryMs: 20 },
      },
      answer: ({ type, text }) =>
        text === 'nhiều' ? Array.from({ length: 10 }, (_, index) => saying(String(index))) : [saying(type)],
    });
    line = directLine(server.domain);
  });
  afterEach(() => server.close());

  it('replays what was said after the watermark and goes on with what is said', async () => {
    const opened = await line.open();
    await line.post(opened, message('một'));
    const { streamUrl } = await line.reconnect(opened, '1');
    const stream = openStream(streamUrl);
    await vi.waitFor(() => {
      expect(stream.texts).toEqual(['một', 'message']);
    });
    await line.post(opened, message('hai'));
    await vi.waitFor(() => {
      expect(stream.texts).toEqual(['một', 'message', 'hai', 'message']);
    });
    expect(stream.watermark()).toBe('5');
    expect((await line.poll(opened, stream.watermark())).activities).toEqual([]);
  });

  it('sends everything, once and in order, over several frames', async () => {
    const opened = await line.open();
    const stream = openStream(opened.streamUrl);
    await Promise.all(['nhiều', 'nhiều', 'nhiều'].map((text) => line.post(opened, message(text))));
    const expected = (await line.poll(opened)).activities.map(({ text }) => text);
    expect(expected).toHaveLength(34);
    await vi.waitFor(() => {
      expect(stream.texts).toEqual(expected);
    });
  });

  it('opens only with the fresh ticket of this very conversation', async () => {
    const [mine, foreign] = [await line.open(), await line.open()];
    const with_ = (ticket: string): string => mine.streamUrl.replace(/t=.*$/, `t=${ticket}`);
    const foreignTicket = foreign.streamUrl.split('t=')[1] ?? '';
    for (const ticket of ['', 'nonsense', mine.token, foreignTicket])
      expect(await upgradeStatus(with_(ticket))).toBe(403);
    expect(await upgradeStatus(mine.streamUrl.replace('watermark=0', 'watermark=-'))).toBe(400);
    expect(await upgradeStatus(`${server.url.replace('http', 'ws')}/elsewhere`)).toBe(404);
    expect(await upgradeStatus(mine.streamUrl, { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await upgradeStatus(mine.streamUrl, { origin: 'https://tinh.gov.vn' })).toBe(101);
    server.clock.advance(61_000);
    expect(await upgradeStatus(mine.streamUrl)).toBe(403);
    const ticket = mine.streamUrl.split('t=')[1] ?? '';
    expect((await line.call('POST', 'tokens/refresh', { token: ticket })).status).toBe(403);
  });

  it('ends when the token does from which it was opened', async () => {
    const { conversationId, streamUrl } = await line.open();
    const { clock } = server;
    const tokens = createTokens({ secret: 'a secret only this test knows', clock });
    const until = Math.ceil(clock.now().getTime() / 1000) + 1;
    const ticket = tokens.ticket({ conversationId, userId: 'dl_1', until });
    const stream = openStream(streamUrl.replace(/t=.*$/, `t=${ticket}`));
    await stream.opened();
    expect(await stream.closed).toBe(4001);
  });

  it('lets in only so many from one address and for one conversation', async () => {
    const [one, two] = [await line.open(), await line.open()];
    const streams = [openStream(one.streamUrl), openStream(one.streamUrl)];
    await Promise.all(streams.map((stream) => stream.opened()));
    expect(await upgradeStatus(one.streamUrl)).toBe(429);
    const third = openStream(two.streamUrl);
    await third.opened();
    expect(await upgradeStatus(two.streamUrl)).toBe(429);
    third.socket.close();
    await third.closed;
    await vi.waitFor(async () => {
      expect(await upgradeStatus(two.streamUrl)).toBe(101);
    });
  });

  it('keeps a peer that answers pings and lets go of one that does not', async () => {
    const limits = { ...LIMITS, streams: { ...LIMITS.streams, pingMs: 700 } };
    const pinging = await startServer({ limits });
    const caller = directLine(pinging.domain);
    const living = openStream((await caller.open()).streamUrl);
    let pings = 0;
    living.socket.on('ping', () => (pings += 1));
    const mute = openStream((await caller.open()).streamUrl, { autoPong: false });
    expect(await mute.closed).toBe(1006);
    expect(pings).toBeGreaterThan(0);
    expect(living.socket.readyState).toBe(living.socket.OPEN);
    await pinging.close();
  });

  it('gives a reader that stopped reading all of it once it reads again', async () => {
    const opened = await line.open();
    const stream = openStream(opened.streamUrl);
    await stream.opened();
    stream.socket.pause();
    const long = 'dài '.repeat(10_000);
    for (let sent = 0; sent < 20; sent += 1) await line.post(opened, message(`${String(sent)} ${long}`));
    stream.socket.resume();
    await vi.waitFor(() => {
      expect(stream.texts.filter((text) => text.endsWith(long))).toHaveLength(20);
    });
  });

  it('takes the empty frames clients send and refuses long ones', async () => {
    const opened = await line.open();
    const stream = openStream(opened.streamUrl);
    await stream.opened();
    stream.socket.send('');
    await line.post(opened, message('vẫn nghe'));
    await vi.waitFor(() => {
      expect(stream.texts).toContain('vẫn nghe');
    });
    stream.socket.send('x'.repeat(2_000));
    expect(await stream.closed).toBe(1009);
  });

  it('outlasts a storage that is gone for a while', async () => {
    const opened = await line.open();
    const stream = openStream(opened.streamUrl);
    await vi.waitFor(() => {
      expect(stream.texts).toEqual(['join']);
    });
    const log = server.store.activities;
    const working = { ...log };
    let asked = 0;
    log.since = () => {
      asked += 1;
      return Promise.reject(new DomainError('store.unavailable', 'gone'));
    };
    await line.post(opened, message('một'));
    await vi.waitFor(() => {
      expect(asked).toBeGreaterThan(1);
    });
    Object.assign(log, working);
    await vi.waitFor(() => {
      expect(stream.texts).toEqual(['join', 'một', 'message']);
    });
  });

  it('closes when the log cannot be read, so that the client comes back', async () => {
    const store = createMemoryStore();
    const since = () => Promise.reject(new Error('disk gone'));
    const broken = await startServer({ store: { ...store, activities: { ...store.activities, since } } });
    const opened = await directLine(broken.domain).open();
    expect(await openStream(opened.streamUrl).closed).toBe(1011);
    await broken.close();
  });

  it('says goodbye with 1001 when the server closes', async () => {
    const opened = await line.open();
    const stream = openStream(opened.streamUrl);
    await stream.opened();
    await server.close();
    expect(await stream.closed).toBe(1001);
  });
});
