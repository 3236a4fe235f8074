import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, axeFindings, launchBrowser, openPage } from '../../../support/browser.js';
import { procedureSite } from '../../../support/procedure-site.js';
import { startServer } from '../../../support/test-server.js';
import type { TestServer } from '../../../support/test-server.js';

const MANAGER = '/thu-tuc/1.014199?situation=new&position=manager&workForm=labourContract';
const LONG = ['1.014199', '2.002820', '1.010824', '1.001776', '1.014753'].map((code) => `/thu-tuc/${code}`);
const PAGES = [
  '/thu-tuc',
  '/thu-tuc?field=viec-lam',
  '/thu-tuc?situation=mai-tang-phi',
  '/thu-tuc?q=giấy+khuyết+tật',
  '/thu-tuc?q=giấy+phép',
  '/thu-tuc?q=làm+hộ+chiếu',
  '/thu-tuc/moi',
  '/thu-tuc/9.999999',
  MANAGER,
  ...LONG,
];
const style = (path: string) => ({
  contentType: 'text/css; charset=utf-8',
  body: readFileSync(`web/public${path}`, 'utf8'),
});

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  const hotline = { number: '1900 1022', hours: '7:30-17:00', hoursEn: null };
  const assets = Object.fromEntries(
    ['/pages.css', '/procedures/procedures.css'].map((path) => [path, style(path)]),
  );
  [browser, server] = await Promise.all([
    launchBrowser(),
    startServer({ pages: { procedures: procedureSite({ office: { hotline } }), assets } }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const inLanguage = (path: string, locale: 'vi' | 'en'): string =>
  `${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${locale}`;

describe('the pages of procedures in a real browser', () => {
  it.each([
    ['a phone', 'vi', PHONE],
    ['a phone', 'en', PHONE],
    ['a desktop', 'vi', DESKTOP],
    ['a desktop', 'en', DESKTOP],
  ] as const)('have no accessibility finding and fit the width of %s in %s', async (_, locale, viewport) => {
    const { page, context, errors } = await openPage(browser, viewport);
    for (const path of PAGES) {
      await page.goto(inLanguage(path, locale));
      expect(await axeFindings(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(viewport.width);
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  it('lead from a question to the papers of one case without any script', async () => {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}/thu-tuc`);
    await page.getByRole('searchbox').fill('giay phep lao dong cho nguoi nuoc ngoai');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page
      .getByRole('link', { name: 'Cấp giấy phép lao động cho người nước ngoài', exact: true })
      .click();
    await page.getByRole('button', { name: 'Xin mới' }).click();
    await page.getByRole('button', { name: 'Nhà quản lý' }).click();
    await page.getByRole('button', { name: 'Ký hợp đồng lao động' }).click();
    expect(page.url()).toBe(`${server.url}${MANAGER}#documents`);
    expect(await page.getByText('Bằng đại học trở lên').count()).toBe(0);
    await page.getByRole('link', { name: 'Đổi Người đó sẽ làm vị trí nào?' }).click();
    await page.getByRole('button', { name: 'Chuyên gia' }).click();
    await page.getByRole('button', { name: 'Ngành nghề dùng bằng đại học' }).click();
    expect(await page.getByText('Bằng đại học trở lên').count()).toBe(1);
    await context.close();
  });

  it('print on one sheet with a code that can be scanned', async () => {
    const { page, context } = await openPage(browser, DESKTOP);
    for (const path of [MANAGER, '/thu-tuc/1.010824', '/thu-tuc/1.014753']) {
      await page.goto(server.url + path);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1], path).toBe('1');
      await page.emulateMedia({ media: 'print' });
      const code = await page.getByRole('img', { name: /^https:\/\/motcua/ }).boundingBox();
      // 25 mm at 96 dots an inch: what a phone reads off a board from half a metre.
      expect(code?.width ?? 0, path).toBeGreaterThan(94);
      expect(await page.getByRole('button').count(), path).toBe(0);
      expect(await page.getByText('1900 1022').isVisible(), path).toBe(true);
      expect(await page.getByText('Nộp lúc này').filter({ visible: true }).count(), path).toBe(0);
      await page.emulateMedia({ media: null });
    }
    await context.close();
  });

  it('let somebody with a keyboard go straight to the text', async () => {
    const { page, context } = await openPage(browser, DESKTOP);
    await page.goto(`${server.url}/thu-tuc/1.014199`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await context.close();
  });
});
