import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, PHONE, axeFindings } from '../../support/browser.js';
import { startWidgetBench } from '../../support/widget-bench.js';
import type { Visit, WidgetBench } from '../../support/widget-bench.js';

let bench: WidgetBench;

beforeAll(async () => {
  bench = await startWidgetBench();
});
afterAll(() => bench.close());

const SIZES = [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const;
const LANGUAGES = ['vi', 'en'] as const;
const CASES = SIZES.flatMap(([name, size]) => LANGUAGES.map((lang) => ({ name, size, lang })));

const TOO_SMALL = `(() => [...document.querySelector('motcua-widget').shadowRoot.querySelectorAll('button, summary, .card a, .hotline a, textarea')]
  .filter((node) => node.getClientRects().length > 0)
  .map((node) => ({ text: node.textContent || node.className, box: node.getBoundingClientRect() }))
  .filter(({ box }) => box.width < 44 || box.height < 44)
  .map(({ text, box }) => text + ' ' + box.width + 'x' + box.height))()`;

const expectFit = async ({ page, inside }: Visit): Promise<void> => {
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(TOO_SMALL)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await inside(`$('.scroll').scrollWidth <= $('.scroll').clientWidth`)).toBe(true);
};

describe.each(CASES)('in $lang on a $name', ({ size, lang }) => {
  it('has no findings as launcher, panel, card, question and trouble', async () => {
    const visit = await bench.open({ lang, data: `data-lang="${lang}"` }, size);
    await visit.launcher.waitFor();
    await expectFit(visit);
    await visit.launcher.click();
    await visit.answers.first().waitFor();
    await expectFit(visit);
    await visit.send('trợ cấp thất nghiệp');
    await visit.page.locator('.card').waitFor();
    await expectFit(visit);
    await visit.send('mơ hồ');
    await visit.page.getByRole('button', { name: 'Gia hạn giấy phép lao động' }).waitFor();
    await visit.page.locator('.foot button').first().click();
    await expectFit(visit);
    await visit.page.keyboard.press('Escape');
    bench.server.trouble.down = true;
    bench.server.breakStreams();
    await visit.send('mất mạng');
    await visit.banner.waitFor();
    await visit.input.fill('a'.repeat(5_100));
    await expectFit(visit);
    bench.server.trouble.down = false;
    await visit.page.context().close();
  });

  it('has no findings as a page', async () => {
    const visit = await bench.open({ lang, data: `data-mode="page" data-lang="${lang}"` }, size);
    await visit.answers.first().waitFor();
    await expectFit(visit);
    await visit.page.context().close();
  });
});

describe('for who listens', () => {
  it('reads new messages politely, but not a whole history', async () => {
    const visit = await bench.open();
    await visit.launcher.click();
    await visit.send('một');
    await visit.answers.nth(1).waitFor();
    const log = visit.page.getByRole('log');
    expect(await log.getAttribute('aria-live')).toBe('polite');
    await visit.page.reload();
    await visit.answers.nth(1).waitFor();
    expect(await log.getAttribute('aria-live')).toBe('off');
    await visit.send('hai');
    await visit.answers.nth(2).waitFor();
    expect(await log.getAttribute('aria-live')).toBe('polite');
    await visit.page.context().close();
  });

  it('says who speaks, and what could not be sent', async () => {
    const visit = await bench.open();
    await visit.launcher.click();
    await visit.answers.first().waitFor();
    expect(await visit.answers.first().textContent()).toMatch(/^Trợ lý trả lời: Xin chào/);
    bench.server.trouble.refusal = { status: 503, message: '' };
    await visit.send('nghe không');
    expect(await visit.own.first().textContent()).toMatch(/^Anh\/chị viết: nghe không/);
    await visit.page.locator('[role=status]', { hasText: 'Chưa gửi được' }).waitFor({ state: 'attached' });
    bench.server.trouble.refusal = null;
    await visit.page.context().close();
  });

  it('shows a card of an ordinary procedure in less than two phone screens', async () => {
    const visit = await bench.open({}, PHONE);
    await visit.launcher.click();
    await visit.send('trợ cấp thất nghiệp');
    const card = await visit.page.locator('.card').boundingBox();
    expect(card?.height).toBeLessThan(2 * PHONE.height);
    expect(card?.width).toBeLessThanOrEqual(PHONE.width);
    await visit.page.context().close();
  });

  it('begins the answer at the citizen’s words, not at its end', async () => {
    const visit = await bench.open({}, PHONE);
    await visit.launcher.click();
    await visit.answers.first().waitFor();
    await visit.send('trợ cấp thất nghiệp');
    await visit.page.locator('.card h3').waitFor();
    const [words, title] = [
      await visit.own.first().boundingBox(),
      await visit.page.locator('h3').boundingBox(),
    ];
    expect(words?.y).toBeGreaterThan(60);
    expect(title?.y).toBeLessThan(PHONE.height / 2);
    await visit.page.context().close();
  });
});
