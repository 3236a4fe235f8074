import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { procedureCard } from '../../../../data/answers/procedure-card.js';
import type { Preparation } from '../../../../data/answers/preparation/preparation.js';
import { preparationCode } from '../../../../data/answers/preparation/preparation-code.js';
import type { CaseAnswers } from '../../../../data/procedures/procedure-case.js';
import type { Procedure } from '../../../../data/procedures/procedure.js';
import { createAnswerSite } from '../../../../web/public/answers/create-answer-site.js';
import { createPreparingSite } from '../../../../web/public/preparing/create-preparing-site.js';
import { axeFindings, DESKTOP, launchBrowser, openPage, PHONE } from '../../../support/browser.js';
import { anAnswerContext, answerChange } from '../../../support/given-answer.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { shipped, siteParts } from '../../../support/procedure-site.js';
import { startServer } from '../../../support/test-server.js';
import type { TestServer } from '../../../support/test-server.js';

const recordOf = (code: string): Procedure => {
  const record = shipped.find(code);
  if (!record) throw new Error(`${code} is not shipped`);
  return record;
};
const permit = recordOf('1.014199');
const MANAGER = { situation: 'new', position: 'manager', workForm: 'labourContract' };

const listOf = (
  procedure: Procedure,
  have: number[],
  answers: CaseAnswers = {},
  day = '2026-11-22',
): string => {
  const preparation: Preparation = { procedure, answers, have, day };
  return `/chuan-bi/${preparationCode(preparation)}`;
};
const SHORT = listOf(permit, [0, 2], MANAGER);
const LISTS = [
  SHORT,
  listOf(permit, []),
  listOf(recordOf('1.001776'), [1]),
  listOf(recordOf('1.000479'), []),
];
const OLD = [listOf(permit, [0], MANAGER, '2026-10-01'), '/chuan-bi/2222'];

/** Answers of 05/11/2026: one that still holds, one that had another fee and fewer papers. */
const answerOf = (code: string, changes: Partial<Procedure>) => {
  const procedure = { ...permit, ...changes };
  const card = (locale: 'vi' | 'en') => procedureCard(procedure, MANAGER, anAnswerContext({ locale }));
  return answerChange({ code, procedure, answers: MANAGER, cards: { vi: card('vi'), en: card('en') } });
};
const before = {
  fee: { kind: 'set' as const, text: { vi: '600.000 đồng một giấy phép' } },
  documents: permit.documents?.slice(1) ?? null,
};
const SAME = '/tra-loi/TL-7KM-2QX-HMT';
const CHANGED = '/tra-loi/TL-222-222-222';
const ANSWERS = [SAME, CHANGED, '/tra-loi', '/tra-loi/TL-7KM-2QX-HM2'];

let browser: Browser;
let server: TestServer;

beforeAll(async () => {
  const store = createMemoryStore();
  await store.commit([answerOf('TL-7KM-2QX-HMT', {}), answerOf('TL-222-222-222', before)]);
  const parts = siteParts({
    office: { hotline: { number: '1900 1022', hours: '7:30-17:00', hoursEn: null } },
  });
  const style = (path: string) => ({
    contentType: 'text/css; charset=utf-8',
    body: readFileSync(`web/public${path}`, 'utf8'),
  });
  const assets = Object.fromEntries(
    ['/pages.css', '/procedures/procedures.css', '/preparing/check-list.css'].map((path) => [
      path,
      style(path),
    ]),
  );
  const pages = {
    preparing: createPreparingSite(parts),
    answers: createAnswerSite({ ...parts, store }),
    assets,
  };
  [browser, server] = await Promise.all([launchBrowser(), startServer({ pages })]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('lists of papers and answers given earlier, in a real browser', () => {
  it.each([
    ['a phone', 'vi', PHONE],
    ['a phone', 'en', PHONE],
    ['a desktop', 'vi', DESKTOP],
    ['a desktop', 'en', DESKTOP],
  ] as const)('have no accessibility finding and fit the width of %s in %s', async (_, locale, viewport) => {
    const { page, context, errors } = await openPage(browser, viewport);
    for (const path of [...LISTS, ...OLD, ...ANSWERS]) {
      await page.goto(`${server.url}${path}?lang=${locale}`);
      expect(await axeFindings(page), path).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(viewport.width);
    }
    expect(errors).toEqual([]);
    await context.close();
  });

  it('can be ticked without any script, by name and with a finger', async () => {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(server.url + SHORT);
    const paper = page.getByRole('checkbox', { name: /^Giấy khám sức khỏe/ });
    expect(await paper.isChecked()).toBe(false);
    await page.getByText('Giấy khám sức khỏe', { exact: false }).first().click();
    expect(await paper.isChecked()).toBe(true);
    const label = page.locator('label', { has: paper });
    expect((await label.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    expect(await page.getByRole('checkbox', { name: /^Hộ chiếu/ }).isChecked()).toBe(true);
    await context.close();
  });

  it('lead from an expired list to the same papers today', async () => {
    const { page, context } = await openPage(browser, PHONE);
    await page.goto(`${server.url}${OLD[0] ?? ''}`);
    await page.getByRole('link', { name: 'Mở danh sách hiện nay' }).click();
    expect(await page.getByRole('checkbox').count()).toBe(6);
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1);
    await context.close();
  });

  it('print on one sheet, a whole answer on both its sides, with boxes and a code that can be scanned', async () => {
    const { page, context } = await openPage(browser, DESKTOP);
    for (const [path, pages] of [
      [SHORT, 1],
      [SAME, 2],
      [CHANGED, 2],
    ] as const) {
      await page.goto(server.url + path);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]), path).toBeLessThanOrEqual(pages);
      await page.emulateMedia({ media: 'print' });
      const code = await page.getByRole('img', { name: /^https:\/\/motcua/ }).boundingBox();
      expect(code?.width ?? 0, path).toBeGreaterThan(94);
      await page.emulateMedia({ media: null });
    }
    await page.goto(server.url + SHORT);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('checkbox').filter({ visible: true }).count()).toBe(6);
    // The day promised belongs to the answer, also on paper.
    await page.goto(server.url + SAME);
    expect(await page.getByText('Nộp lúc này (05/11/2026), hẹn trả').filter({ visible: true }).count()).toBe(
      1,
    );
    expect(await page.locator('#due').isVisible()).toBe(true);
    await context.close();
  });

  it('let a code be typed into the form', async () => {
    const { page, context } = await openPage(browser, PHONE);
    await page.goto(`${server.url}/tra-loi`);
    await page.getByLabel('Mã câu trả lời').fill('tl 222 222 222');
    await page.getByRole('button', { name: 'Xem' }).click();
    await page.getByText('Lệ phí: trước là 600.000 đồng một giấy phép').waitFor();
    await context.close();
  });
});
