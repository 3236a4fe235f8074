import { createHmac } from 'node:crypto';
import { DirectLine } from 'botframework-directlinejs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { launchBrowser, openPage } from '../support/browser.js';
import { chatOn } from '../support/chat-page.js';
import { crossOriginXhr } from '../support/cross-origin-xhr.js';
import { directLine } from '../support/direct-line-caller.js';
import { motcua } from '../support/motcua.js';
import { startTestOffice } from '../support/running-office.js';
import type { TestOffice } from '../support/running-office.js';

const SECRET = 'a secret of at least 16';
const SITE = 'https://tinh.gov.vn';
const COMPLAINT = 'Cán bộ bắt tôi đi lại 5 lần, mỗi lần một giấy khác. "Huỷ" là câu họ nói với tôi.';
const STEPS = [
  'Gửi phản ánh',
  'Để cơ quan xếp loại',
  COMPLAINT,
  'Không có mã hồ sơ',
  'Không, gửi ẩn danh',
  'Gửi',
];

/** What the bot says after each step. */
const PROMPTS = [
  /phản ánh về việc gì/,
  /kể lại sự việc/,
  /liên quan hồ sơ nào/,
  /đồng ý để .* liên hệ/,
  /xem lại trước khi gửi/,
  /Đã ghi nhận/,
];

const Exported = z.array(z.record(z.string(), z.unknown()));

describe('the same complaint through the widget, Microsoft’s client and SMS', () => {
  let office: TestOffice;
  let browser: Browser;
  beforeAll(async () => {
    const environment = { HOTLINE_SMS_SECRET: SECRET, ALLOWED_ORIGINS: SITE };
    [office, browser] = await Promise.all([startTestOffice(environment), launchBrowser()]);
  });
  afterAll(async () => {
    vi.unstubAllGlobals();
    await browser.close();
    await office.close();
  });

  const throughWidget = async (): Promise<void> => {
    const { page } = await openPage(browser);
    await page.goto(office.url);
    const chat = chatOn(page);
    await chat.reads(/Tôi là Trợ lý Một Cửa/);
    for (const [index, step] of STEPS.entries()) {
      await (index === 2 ? chat.type(step) : chat.tap(step));
      await chat.reads(PROMPTS[index] ?? '');
    }
    await chat.reads(/PA-\w{4}-\w{4}/);
  };

  const throughDirectLineJs = async (): Promise<void> => {
    vi.stubGlobal('XMLHttpRequest', crossOriginXhr(SITE));
    vi.stubGlobal('WebSocket', WebSocket);
    const domain = `${office.url}/v3/directline`;
    const { token } = await directLine(domain).generate();
    const client = new DirectLine({ token, domain, webSocket: true });
    const heard: string[] = [];
    client.activity$.subscribe(
      (activity) => {
        if (activity.type === 'message' && activity.from.role === 'bot') heard.push(activity.text ?? '');
      },
      () => undefined,
    );
    await vi.waitFor(() => {
      expect(heard).toHaveLength(1);
    }, 10_000);
    for (const text of STEPS) {
      const before = heard.length;
      await new Promise((resolve, reject) => {
        client.postActivity({ type: 'message', from: { id: 'citizen' }, text }).subscribe(resolve, reject);
      });
      await vi.waitFor(() => {
        expect(heard.length).toBeGreaterThan(before);
      }, 10_000);
    }
    client.end();
    expect(heard.at(-1)).toMatch(/PA-\w{4}-\w{4}/);
  };

  const throughSms = async (): Promise<void> => {
    const body = JSON.stringify({ id: 'sms-1', from: '+84912345678', to: '1900', text: `PA ${COMPLAINT}` });
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
    const answer = await fetch(`${office.url}/hotline/sms`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Motcua-Timestamp': timestamp,
        'X-Motcua-Signature': `sha256=${signature}`,
      },
      body,
    });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/PA-\w{4}-\w{4}/);
  };

  it('is the same record but for channel, ids, code, PIN, times and contact, and all three are exported', async () => {
    await throughWidget();
    await throughDirectLineJs();
    await throughSms();
    const { out, code, err } = await motcua(
      ['export', 'feedback', '--from', '2026-01-01', '--to', '2099-12-31', '--format', 'json'],
      {
        env: { DATA_DIR: office.folder },
      },
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    const rows = Exported.parse(JSON.parse(out.toString()));
    expect(rows).toHaveLength(3);
    const common = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(([key]) => !/^channel$|^code$|At$|Since$|contact|thread/i.test(key)),
      ),
    );
    expect(common[1]).toEqual(common[0]);
    expect(common[2]).toEqual(common[0]);
    expect(rows.map((row) => row['text'])).toEqual([COMPLAINT, COMPLAINT, COMPLAINT]);
    expect(rows.map((row) => row['channel'])).toEqual(['Khung chat', 'Khung chat', 'Tin nhắn SMS']);
  });
});
