import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, PHONE } from '../support/browser.js';
import { chatOn } from '../support/chat-page.js';
import { motcua } from '../support/motcua.js';
import { startTestOffice } from '../support/running-office.js';
import type { TestOffice } from '../support/running-office.js';

const DOSSIER = '000.00.12.H62-261105-0004';
const DOSSIERS = [
  'Mã hồ sơ,Tên thủ tục,Trạng thái,Ngày nhận,Ngày hẹn trả,Điện thoại',
  `${DOSSIER},Cấp giấy phép lao động,Đã trả kết quả,05/11/2026,19/11/2026,0912345678`,
].join('\n');

describe('a citizen in a real browser', () => {
  let office: TestOffice;
  let browser: Browser;
  beforeAll(async () => {
    [office, browser] = await Promise.all([startTestOffice(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  const citizen = async () => {
    const { page, context, errors } = await openPage(browser, PHONE);
    page.setDefaultTimeout(10_000);
    await page.goto(office.url);
    const chat = chatOn(page);
    await chat.reads(/Tôi là Trợ lý Một Cửa/);
    return { page, context, errors, chat };
  };

  it('asks about a procedure without marks and gets the answer card of his case', async () => {
    const { chat, context, errors } = await citizen();
    await chat.type('cap lai giay khuyet tat bi mat');
    await chat.reads('Vì sao anh/chị cần giấy mới?');
    await chat.tap('Giấy bị mất');
    await chat.reads('Giấy tờ cần nộp');
    await chat.reads(/Kiểm chứng ngày/);
    await chat.tap('Mất bao lâu?');
    await chat.reads(/5 ngày làm việc/);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('sees where a dossier stands that the office imported while the server runs, and rates it', async () => {
    const file = join(office.folder, 'dossiers.csv');
    await writeFile(file, DOSSIERS);
    const imported = await motcua(['dossiers', 'import', file], { env: { DATA_DIR: office.folder } });
    expect(imported.err).toBe('');
    expect(imported.code).toBe(0);
    const { chat, context, errors } = await citizen();
    await chat.tap('Xem hồ sơ');
    await chat.reads(/gõ mã hồ sơ/);
    await chat.type(DOSSIER.toLowerCase());
    await chat.type('5678');
    await chat.reads('Đã trả kết quả');
    await chat.tap('Đánh giá việc giải quyết');
    for (let factor = 1; factor <= 5; factor += 1) {
      await chat.reads(`Câu ${String(factor)}/5`);
      await chat.tap('5 – Rất hài lòng');
    }
    await chat.reads(/góp ý thêm/);
    await chat.tap('Bỏ qua');
    await chat.reads(/Đã ghi nhận đánh giá/);
    expect(errors).toEqual([]);
    await context.close();
  });

  it('files feedback, reloads in the middle, and finds the talk where it was', async () => {
    const { page, chat, context, errors } = await citizen();
    await chat.tap('Gửi phản ánh');
    await chat.tap('Thái độ phục vụ');
    await chat.reads(/kể lại sự việc/);
    await office.restart();
    await page.reload();
    await chat.reads(/kể lại sự việc/);
    await chat.type('Tôi chờ từ 8 giờ đến 11 giờ mà không ai gọi số.');
    await chat.reads(/liên quan hồ sơ nào không/);
    await chat.tap('Không có mã hồ sơ');
    await chat.tap('Không, gửi ẩn danh');
    await chat.tap('Gửi');
    await chat.reads(/PA-\w{4}-\w{4}/);
    const receipt = await chat.log.innerText();
    const [code = ''] = /PA-\w{4}-\w{4}/.exec(receipt) ?? [];
    const [, pin = ''] = /PIN\s+(\d{6})/.exec(receipt) ?? [];
    await chat.type(code);
    await chat.type(pin);
    await chat.reads('Đã tiếp nhận');
    expect(errors).toEqual([]);
    await context.close();
  });

  it('switches to English and back at any time', async () => {
    const { page, chat, context } = await citizen();
    await page.getByRole('button', { name: 'English' }).click();
    await chat.reads(/I will answer in English/);
    await chat.type('work permit for a foreign engineer');
    await chat.reads(/work permit/i);
    await context.close();
  });
});
