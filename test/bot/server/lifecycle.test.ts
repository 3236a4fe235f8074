import { connect } from 'node:net';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../bot/server/limits.js';
import type { OutboundMessage } from '../../../bot/bot.js';
import { directLine, message } from '../../support/direct-line-caller.js';
import { saying } from '../../support/echo-bot.js';
import { createMemoryStore } from '../../support/memory-store.js';
import { startServer } from '../../support/test-server.js';

describe('the server', () => {
  it('says that it is up, and whether it is ready and why not', async () => {
    const store = createMemoryStore();
    const server = await startServer({ store });
    const get = async (path: string) => {
      const answer = await fetch(server.url + path);
      return [answer.status, await answer.json()];
    };
    expect(await get('/healthz')).toEqual([200, { status: 'up' }]);
    expect(await get('/readyz')).toEqual([200, { status: 'ready' }]);
    await store.close();
    expect(await get('/healthz')).toEqual([200, { status: 'up' }]);
    expect(await get('/readyz')).toEqual([503, { status: 'notReady', reason: 'The store is closed.' }]);
    await server.close();
  });

  it('finishes what is in hand when it closes, and takes nothing new', async () => {
    let finish: (messages: OutboundMessage[]) => void = () => undefined;
    const answer = ({ type }: { type: string }) =>
      type === 'join' ? [saying('chào')] : new Promise<OutboundMessage[]>((resolve) => (finish = resolve));
    const server = await startServer({ answer });
    const line = directLine(server.domain);
    const opened = await line.open();
    const inHand = line.post(opened, message('còn kịp không'));
    await expect.poll(() => finish.name).not.toBe('finish');
    const closing = server.close();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    finish([saying('kịp')]);
    expect((await inHand).status).toBe(200);
    await closing;
    const logged = await server.store.activities.since(opened.conversationId, 0);
    expect(logged.map(({ activity }) => activity['text'])).toEqual(['chào', 'còn kịp không', 'kịp']);
  });

  it('does not wait for ever for a connection that will not end, and closes once however often it is asked', async () => {
    const server = await startServer({ limits: { ...LIMITS, closeMs: 100 } });
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write('POST /gop-y HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n');
    socket.on('error', () => undefined);
    await Promise.all([server.close(), server.close(), once(socket, 'close')]);
    expect(socket.destroyed).toBe(true);
  });

  it('says why when its port is taken', async () => {
    const first = await startServer();
    const { port } = new URL(first.url);
    await expect(startServer({ environment: { PORT: port } })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });

  it('answers nobody once it is closed', async () => {
    const server = await startServer();
    await server.close();
    await server.close();
    await expect(fetch(server.url)).rejects.toThrow();
  });
});
