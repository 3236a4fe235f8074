import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { oneLine } from '../../cli/office/one-line.js';
import { openOffice } from '../../cli/office/open-office.js';
import type { StorageSettings } from '../../opening/open-storage.js';
import { launchBrowser, openPage } from '../support/browser.js';
import { chatOn } from '../support/chat-page.js';
import { directLine, message } from '../support/direct-line-caller.js';
import { startLoadBalancer } from '../support/load-balancer.js';
import { motcua } from '../support/motcua.js';
import { startOfficeProcess } from '../support/office-process.js';
import { startPostgres } from '../support/postgres-server.js';
import type { PostgresServer } from '../support/postgres-server.js';
import { startTestOffice } from '../support/running-office.js';
import type { TestOffice } from '../support/running-office.js';
import { postSms } from '../support/signed-sms.js';
import { openStream } from '../support/stream-reader.js';

const SLOW = 120_000;
const SECRET = 'a secret of at least 16';
const COMPLAINT = 'Tôi chờ từ 8 giờ đến 11 giờ mà không ai gọi số.';
const STEPS = [
  'Gửi phản ánh',
  'Thái độ phục vụ',
  COMPLAINT,
  'Không có mã hồ sơ',
  'Không, gửi ẩn danh',
  'Gửi',
];
const PROMPTS = [
  /phản ánh về việc gì/,
  /kể lại sự việc/,
  /liên quan hồ sơ nào/,
  /đồng ý để .* liên hệ/,
  /xem lại trước khi gửi/,
  /PA-\w{4}-\w{4}/,
];
const Filed = z.object({ text: z.string() });

describe('several instances of an office on one PostgreSQL', () => {
  let postgres: PostgresServer;
  let settings: StorageSettings;
  let environment: Record<string, string>;
  let here: TestOffice;
  let there: TestOffice;
  let browser: Browser;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    postgres = await startPostgres();
    const DATABASE_URL = await postgres.createDatabase();
    settings = { STORAGE: 'postgres', DATABASE_URL, OFFICE_ID: 'so-mau' };
    environment = { ...settings, HOTLINE_SMS_SECRET: SECRET };
    browser = await launchBrowser();
    here = await startTestOffice(environment);
    there = await startTestOffice(environment);
  });
  afterAll(async () => {
    for (const close of closing) await close();
    await browser.close();
    await Promise.all([here.close(), there.close()]);
    await postgres.remove();
  });

  const line = (office: { url: string }) => directLine(`${office.url}/v3/directline`);
  /** The chat's address as the other instance serves it. */
  const on = (office: { url: string }, streamUrl: string): string =>
    streamUrl.replace(/^ws:\/\/[^/]+/, office.url.replace(/^http/, 'ws'));
  /** Texts of what is filed, as a command reads them that opens the database itself. */
  const filed = async (): Promise<unknown[]> => {
    const command = await openOffice(settings);
    const texts: unknown[] = [];
    for await (const row of command.run('feedback.list', {})) texts.push(Filed.parse(JSON.parse(row)).text);
    await command.close();
    return texts;
  };

  it('serve a browser whose every message goes to another one', { timeout: SLOW }, async () => {
    const balancer = await startLoadBalancer([here.url, there.url]);
    const { page, context, errors } = await openPage(browser);
    await page.goto(balancer.url);
    const chat = chatOn(page);
    await chat.reads(/Tôi là Trợ lý Một Cửa/);
    for (const [index, step] of STEPS.entries()) {
      await (index === 2 ? chat.type(step) : chat.tap(step));
      await chat.reads(PROMPTS[index] ?? '');
    }
    expect(balancer.messages).toEqual([1, 0, 1, 0, 1, 0]);
    expect(errors).toEqual([]);
    await context.close();
    await balancer.close();
  });

  it('send a stream on one what the other wrote', async () => {
    const opened = await line(here).open();
    const stream = openStream(on(there, opened.streamUrl));
    await stream.opened();
    await line(here).post(opened, message('xin chào'));
    await vi.waitFor(() => {
      expect(stream.texts).toContain('xin chào');
    }, 10_000);
    stream.socket.terminate();
  });

  it('record a message once that reaches both at once', async () => {
    const opened = await line(here).open();
    const answers = await Promise.all(
      [here, there, here, there].map((office) => line(office).post(opened, message('xin chào', 'tin-1'))),
    );
    const ids = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(ids).size).toBe(1);
    const { activities } = await line(there).poll(opened);
    expect(activities.filter(({ text }) => text === 'xin chào')).toHaveLength(1);
  });

  it('finish many more turns at once than they have connections', { timeout: SLOW }, async () => {
    const talks = await Promise.all(
      Array.from({ length: 40 }, (_, index) => line(index % 2 ? here : there).open()),
    );
    const answers = await Promise.all(
      talks.flatMap((opened) =>
        [here, there].map((office) => line(office).post(opened, message('xin chào'))),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it('file a form once that is sent to both at once', { timeout: SLOW }, async () => {
    const fields = { form: 'file', once: randomUUID(), kind: 'delay', text: 'Quầy 7 nghỉ sớm một giờ' };
    const receipts = await Promise.all(
      [here, there].map(async ({ url }) =>
        (await fetch(`${url}/gop-y`, { method: 'POST', body: new URLSearchParams(fields) })).text(),
      ),
    );
    const codes = receipts.map((receipt) => /PA-\w{4}-\w{4}/.exec(receipt)?.[0]);
    expect(codes[0]).toBeDefined();
    expect(codes[1]).toBe(codes[0]);
  });

  it('file an SMS once that is delivered to both at once', { timeout: SLOW }, async () => {
    const sms = { id: 'sms-1', from: '+84912345678', text: 'PA Ghế chờ ở quầy số 3 bị hỏng' };
    const answers = await Promise.all([here, there, here, there].map(({ url }) => postSms(url, SECRET, sms)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { code, out } = await motcua(['feedback', 'list', '--json'], { env: environment });
    expect(code).toBe(0);
    expect(out.toString().match(/Ghế chờ ở quầy số 3 bị hỏng/g)).toHaveLength(1);
  });

  it('answer from a word that a command taught them', { timeout: SLOW }, async () => {
    const ask = async (office: TestOffice): Promise<string> => {
      const chat = await line(office).open();
      await line(office).post(chat, message('làm thẻ lông ngỗng'));
      return (await line(office).poll(chat)).activities.map(({ text }) => text ?? '').join('\n');
    };
    expect(await ask(here)).toContain('chưa tìm thấy');
    const command = await openOffice(settings);
    const alias = {
      alias: 'thẻ lông ngỗng',
      code: '1.001776',
      question: null,
      follows: 0,
      actor: 'cli:test',
    };
    expect(await oneLine(command.run('edition.alias', alias))).toEqual({ version: 1 });
    await command.close();
    for (const office of [here, there])
      await vi.waitFor(async () => {
        expect(await ask(office)).toContain('Trợ cấp xã hội hằng tháng');
      }, 20_000);
  });

  it('lose nothing when one is killed in the middle of a talk', { timeout: SLOW }, async () => {
    const doomed = await startOfficeProcess(environment);
    closing.push(() => doomed.kill());
    const opened = await line(doomed).open();
    const stream = openStream(opened.streamUrl);
    const text = 'Nhân viên quầy 5 quát người già.';
    for (const step of STEPS.slice(0, 2)) await line(doomed).post(opened, message(step));
    await vi.waitFor(() => {
      expect(stream.texts.at(-1)).toMatch(/kể lại sự việc/);
    }, 10_000);
    // Killed while it works on the next message: the client cannot know whether that was recorded.
    const unanswered = line(doomed)
      .post(opened, message(text, 'tin-3'))
      .catch(() => undefined);
    await doomed.kill();
    await unanswered;
    await stream.closed;
    const again = await line(there).reconnect(opened, stream.watermark());
    const resumed = openStream(on(there, again.streamUrl));
    expect((await line(there).post(opened, message(text, 'tin-3'))).status).toBe(200);
    for (const step of STEPS.slice(3)) await line(there).post(opened, message(step));
    await vi.waitFor(() => {
      expect(resumed.texts.at(-1)).toMatch(/PA-\w{4}-\w{4}/);
    }, 10_000);
    const { activities } = await line(here).poll(opened);
    expect([...stream.texts, ...resumed.texts]).toEqual(activities.map((activity) => activity.text ?? ''));
    expect((await filed()).filter((one) => one === text)).toHaveLength(1);
    resumed.socket.terminate();
  });
});
