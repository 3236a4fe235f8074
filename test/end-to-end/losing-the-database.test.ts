import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.js';
import { chatOn } from '../support/chat-page.js';
import { directLine, ErrorBody, message } from '../support/direct-line-caller.js';
import type { Opened } from '../support/direct-line-caller.js';
import { ownServer } from '../support/postgres-server.js';
import type { PostgresServer } from '../support/postgres-server.js';
import { startTestOffice } from '../support/running-office.js';
import type { TestOffice } from '../support/running-office.js';
import { startSilencer } from '../support/silencer.js';
import { openStream } from '../support/stream-reader.js';

const SLOW = 120_000;
/** As long as a citizen is kept waiting. */
const PATIENCE_MS = 5_000;

describe('an office whose database goes away', () => {
  let postgres: PostgresServer;
  let office: TestOffice;
  let browser: Browser;
  let databaseUrl: string;
  const environment = { STORAGE: 'postgres', OFFICE_ID: 'so-mau' };
  beforeAll(async () => {
    postgres = await ownServer();
    browser = await launchBrowser();
    databaseUrl = await postgres.createDatabase();
    office = await startTestOffice({ ...environment, DATABASE_URL: databaseUrl });
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
    await postgres.remove();
  });

  const get = (path: string): Promise<Response> =>
    fetch(`${office.url}${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  const post = (to: TestOffice, { conversationId, token }: Opened, id?: string): Promise<Response> =>
    fetch(`${to.url}/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(message('Thái độ phục vụ', id)),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  const isReady = (): Promise<void> =>
    vi.waitFor(
      async () => {
        expect((await get('/readyz')).status).toBe(200);
      },
      { timeout: 30_000, interval: 200 },
    );

  it('says so in time, keeps nothing by halves, and goes on by itself', { timeout: SLOW }, async () => {
    const line = directLine(`${office.url}/v3/directline`);
    const opened = await line.open();
    const stream = openStream(opened.streamUrl);
    await line.post(opened, message('Gửi phản ánh'));
    const before = await line.poll(opened);
    await postgres.stop();

    for (const id of ['tin-1', 'tin-2']) {
      const refused = await post(office, opened, id);
      expect(refused.status).toBe(503);
      expect(refused.headers.get('Retry-After')).not.toBeNull();
      expect(ErrorBody.parse(await refused.json()).error).toEqual({
        code: 'notRecorded',
        message: expect.stringMatching(/CHƯA được ghi nhận.*gửi lại/) as string,
      });
    }
    const polled = await line.call('GET', `conversations/${opened.conversationId}/activities`, opened);
    expect(polled.status).toBe(503);
    expect(ErrorBody.parse(await polled.json()).error.message).toMatch(/thử lại sau ít phút/);
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(503);
    expect((await get('/thu-tuc')).status).toBe(200);

    await postgres.start();
    await isReady();
    expect(await line.poll(opened)).toEqual(before);
    expect((await post(office, opened, 'tin-1')).status).toBe(200);
    expect((await post(office, opened, 'tin-1')).status).toBe(200);
    const { activities } = await line.poll(opened, before.watermark);
    expect(activities.map(({ from }) => from.role)).toEqual(['user', 'bot']);
    await vi.waitFor(() => {
      expect(stream.texts.at(-1)).toBe(activities.at(-1)?.text);
    }, 20_000);
    stream.socket.terminate();
  });

  it('tells a citizen in the browser, who sends it again when it is back', { timeout: SLOW }, async () => {
    const { page, context, errors } = await openPage(browser);
    await page.goto(office.url);
    const chat = chatOn(page);
    await chat.reads(/Tôi là Trợ lý Một Cửa/);
    await chat.tap('Gửi phản ánh');
    await chat.reads(/phản ánh về việc gì/);
    await postgres.stop();
    await chat.tap('Thái độ phục vụ');
    const again = page.getByRole('button', { name: 'Gửi lại' });
    await again.waitFor();
    await postgres.start();
    await isReady();
    await again.click();
    await chat.reads(/kể lại sự việc/);
    expect(errors).toEqual([]);
    await context.close();
  });

  it(
    'says so in time too when the database accepts everything and answers nothing',
    { timeout: SLOW },
    async () => {
      const way = await startSilencer(databaseUrl);
      const behind = await startTestOffice({ ...environment, DATABASE_URL: way.url });
      const line = directLine(`${behind.url}/v3/directline`);
      const opened = await line.open();
      way.silence();
      expect((await post(behind, opened)).status).toBe(503);
      way.speak();
      await vi.waitFor(
        async () => {
          expect((await post(behind, opened)).status).toBe(200);
        },
        { timeout: 30_000, interval: 500 },
      );
      await behind.close();
      await way.close();
    },
  );
});
