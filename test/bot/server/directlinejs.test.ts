import { ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { crossOriginXhr } from '../../support/cross-origin-xhr.js';
import { directLine, message } from '../../support/direct-line-caller.js';
import { startServer } from '../../support/test-server.js';
import type { TestServer } from '../../support/test-server.js';

const SITE = 'https://tinh.gov.vn';
/** `end()` reaches whoever listens as an error. */
const ignoreTheEnd = (): void => undefined;

describe('Microsoft’s own client, on a page of another site', () => {
  let server: TestServer;
  let client: DirectLine | undefined;
  beforeEach(async () => {
    vi.stubGlobal('XMLHttpRequest', crossOriginXhr(SITE));
    vi.stubGlobal('WebSocket', WebSocket);
    server = await startServer({ environment: { ALLOWED_ORIGINS: SITE } });
  });
  afterEach(async () => {
    client?.end();
    vi.unstubAllGlobals();
    await server.close();
  });

  const connect = async (options: { webSocket: boolean }) => {
    const { domain } = server;
    const { token } = await directLine(domain).generate();
    const started = new DirectLine({ token, domain, pollingInterval: 200, ...options });
    client = started;
    const heard: { text: string; id: string }[] = [];
    started.activity$.subscribe((activity) => {
      if (activity.type === 'message') heard.push({ text: activity.text ?? '', id: activity.id ?? '' });
    }, ignoreTheEnd);
    const post = (text: string): Promise<string> =>
      new Promise((resolve, reject) => {
        const from = { id: 'dl_whoever' };
        started
          .postActivity({ type: 'message', from, text, channelData: { clientActivityID: text } })
          .subscribe((id: string) => {
            resolve(id);
          }, reject);
      });
    const texts = () => heard.map(({ text }) => text);
    return { started, heard, post, texts };
  };

  it.each([{ webSocket: true }, { webSocket: false }])('holds a conversation with %o', async (options) => {
    const { started, heard, post, texts } = await connect(options);
    await vi.waitFor(() => {
      expect(texts()).toEqual(['Chào anh/chị!']);
    }, 5_000);
    expect(started.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
    const id = await post('Tôi muốn hỏi');
    await vi.waitFor(() => {
      expect(texts()).toEqual(['Chào anh/chị!', 'Tôi muốn hỏi', 'Tôi muốn hỏi']);
    }, 5_000);
    expect(heard[1]?.id).toBe(id);
    expect(await post('Tôi muốn hỏi')).toBe(id);
    await post('Cảm ơn');
    await vi.waitFor(() => {
      expect(texts().slice(3)).toEqual(['Cảm ơn', 'Cảm ơn']);
    }, 5_000);
  });

  it('takes a conversation up again where a reload left it', async () => {
    const line = directLine(server.domain);
    const opened = await line.open();
    await line.post(opened, message('trước khi tải lại'));
    client = new DirectLine({
      domain: server.domain,
      token: opened.token,
      conversationId: opened.conversationId,
      watermark: '1',
    });
    const heard: string[] = [];
    client.activity$.subscribe((activity) => {
      if (activity.type === 'message') heard.push(activity.text ?? '');
    }, ignoreTheEnd);
    await vi.waitFor(() => {
      expect(heard).toEqual(['trước khi tải lại', 'trước khi tải lại']);
    }, 5_000);
  });

  it('is told when its token is good for nothing', async () => {
    client = new DirectLine({ domain: server.domain, token: 'nonsense' });
    const statuses: ConnectionStatus[] = [];
    client.connectionStatus$.subscribe((status) => statuses.push(status));
    client.activity$.subscribe(undefined, ignoreTheEnd);
    await vi.waitFor(() => {
      expect(statuses).toContain(ConnectionStatus.FailedToConnect);
    }, 5_000);
  });

  it('gets nowhere on a page the office has not allowed', async () => {
    vi.stubGlobal('XMLHttpRequest', crossOriginXhr('https://elsewhere.example'));
    const { started, texts } = await connect({ webSocket: false });
    await vi.waitFor(() => {
      expect(server.lines.some((line) => line.includes('"status":403'))).toBe(true);
    }, 5_000);
    expect(texts()).toEqual([]);
    expect(started.connectionStatus$.getValue()).not.toBe(ConnectionStatus.Online);
  });
});
