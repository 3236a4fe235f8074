import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, launchBrowser, openPage, PHONE } from '../support/browser.js';
import { chatOn } from '../support/chat-page.js';
import { startTestOffice } from '../support/running-office.js';
import type { TestOffice } from '../support/running-office.js';

describe('somebody who asks at home and prepares on another phone', () => {
  let office: TestOffice;
  let browser: Browser;
  beforeAll(async () => {
    [office, browser] = await Promise.all([startTestOffice(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  it('taps the papers he has, opens the list elsewhere without a login, and finds the answer again by its code', async () => {
    const home = await openPage(browser, DESKTOP);
    home.page.setDefaultTimeout(15_000);
    await home.page.goto(office.url);
    const chat = chatOn(home.page);
    await chat.reads(/Tôi là Trợ lý Một Cửa/);
    await chat.type('đăng ký nội quy lao động cho công ty');
    const answer = chat.log.getByRole('article').last();
    await answer.waitFor();
    const code = /TL-\w{3}-\w{3}-\w{3}/.exec(await answer.innerText())?.[0] ?? '';
    await chat.tap('Tôi còn thiếu giấy gì?');
    await chat.reads('Anh/chị đã có những giấy nào?');
    const papers = home.page.getByRole('group').getByRole('button');
    const first = (await papers.first().innerText()).replace('☐ ', '');
    await papers.first().click();
    await papers.filter({ hasText: `☑ ${first}` }).waitFor();
    await chat.tap('Xong');
    const link = chat.log.getByRole('link', { name: 'Mở danh sách' }).last();
    await link.waitFor();
    const address = (await link.getAttribute('href')) ?? '';
    expect(address.startsWith(`${office.url}/chuan-bi/`)).toBe(true);
    expect(home.errors).toEqual([]);
    await home.context.close();

    const phone = await openPage(browser, PHONE, { javaScriptEnabled: false });
    await phone.page.goto(address);
    expect(await phone.page.getByRole('checkbox', { checked: true }).count()).toBe(1);
    expect(await phone.page.getByRole('checkbox', { checked: false }).count()).toBeGreaterThan(0);
    expect(await phone.context.cookies()).toEqual([]);
    await office.restart();
    await phone.page.reload();
    expect(await phone.page.getByRole('heading', { level: 1 }).innerText()).toContain('Chuẩn bị giấy tờ');
    await phone.page.goto(`${office.url}/tra-loi/${code}`);
    expect(await phone.page.getByText(`Mã câu trả lời ${code}.`).isVisible()).toBe(true);
    expect(await phone.page.getByText('nội dung thủ tục vẫn như vậy').isVisible()).toBe(true);
    await phone.context.close();
  });
});
