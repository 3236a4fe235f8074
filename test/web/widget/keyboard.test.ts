import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, PHONE } from '../../support/browser.js';
import { startWidgetBench } from '../../support/widget-bench.js';
import type { Visit, WidgetBench } from '../../support/widget-bench.js';

let bench: WidgetBench;
let visit: Visit;

beforeAll(async () => {
  bench = await startWidgetBench();
});
afterAll(() => bench.close());
afterEach(() => visit.page.context().close());

const open = async (viewport = DESKTOP): Promise<void> => {
  visit = await bench.open({}, viewport);
  await visit.launcher.focus();
  await visit.page.keyboard.press('Enter');
  await visit.answers.first().waitFor();
};

const focused = (): Promise<string> =>
  visit.page.evaluate<string>(
    `(() => { const { activeElement } = document.querySelector('motcua-widget').shadowRoot;
      return activeElement ? activeElement.className || activeElement.localName : 'page'; })()`,
  );

describe('with the keyboard only', () => {
  it('opens into the input, closes with Escape and comes back to the button', async () => {
    await open();
    expect(await focused()).toBe('textarea');
    await visit.page.keyboard.press('Escape');
    expect(await visit.dialog.count()).toBe(0);
    expect(await focused()).toBe('launcher');
    expect(await visit.launcher.getAttribute('aria-expanded')).toBe('false');
  });

  it('lets Tab leave the panel on a desktop', async () => {
    await open();
    expect(await visit.dialog.getAttribute('aria-modal')).toBe('false');
    const seen = new Set<string>();
    for (let step = 0; step < 8; step++) {
      await visit.page.keyboard.press('Tab');
      seen.add(await focused());
    }
    expect(seen).toContain('page');
  });

  it('keeps Tab inside the panel where it covers a phone', async () => {
    await open(PHONE);
    expect(await visit.dialog.getAttribute('aria-modal')).toBe('true');
    const seen = new Set<string>();
    for (let step = 0; step < 24; step++) {
      await visit.page.keyboard.press(step < 12 ? 'Tab' : 'Shift+Tab');
      seen.add(await focused());
    }
    expect(seen).not.toContain('page');
    expect(seen).toContain('textarea');
    expect(seen).toContain('language');
  });

  it('chooses a suggested answer and goes on writing', async () => {
    await open();
    await visit.page.getByRole('button', { name: 'Tra cứu hồ sơ' }).focus();
    await visit.page.keyboard.press('Enter');
    await visit.page.getByText('in trên giấy hẹn').waitFor();
    expect(await focused()).toBe('textarea');
  });

  it('withdraws the question whether to begin anew with Escape, the panel staying open', async () => {
    await open();
    await visit.send('một câu');
    await visit.answers.nth(1).waitFor();
    await visit.page.getByRole('button', { name: 'Bắt đầu lại' }).press('Enter');
    expect(await focused()).toBe('yes');
    await visit.page.keyboard.press('Escape');
    expect(await visit.dialog.isVisible()).toBe(true);
    expect(await visit.page.getByRole('button', { name: 'Bắt đầu lại' }).isVisible()).toBe(true);
  });
});

describe('writing', () => {
  it('makes a new line with Shift+Enter and keeps it in what is sent', async () => {
    await open();
    await visit.input.fill('dòng một');
    await visit.page.keyboard.press('Shift+Enter');
    await visit.page.keyboard.type('dòng hai');
    await visit.page.keyboard.press('Enter');
    await visit.answers.nth(1).waitFor();
    expect(bench.server.posts.at(-1)?.text).toBe('dòng một\ndòng hai');
  });

  it.each([{ isComposing: true }, { keyCode: 229 }])(
    'does not send while a syllable is being composed (%o)',
    async (composing) => {
      await open();
      await visit.input.fill('tiê');
      await visit.input.dispatchEvent('keydown', { key: 'Enter', bubbles: true, ...composing });
      expect(await visit.own.count()).toBe(0);
      await visit.input.press('Enter');
      await visit.own.first().waitFor();
    },
  );

  it('sends decomposed letters composed, and nothing when there is nothing', async () => {
    await open();
    await visit.send('  \n ');
    expect(await visit.own.count()).toBe(0);
    await visit.send('hộ nghèo'.normalize('NFD'));
    await visit.answers.nth(1).waitFor();
    expect(bench.server.posts.at(-1)?.text).toBe('hộ nghèo'.normalize('NFC'));
  });

  it('counts near the limit, and keeps a text that is too long instead of cutting it', async () => {
    await open();
    const status = visit.page.locator('.counter');
    await visit.input.fill('a'.repeat(4_499));
    expect(await status.textContent()).toBe('');
    await visit.input.fill('a'.repeat(4_990));
    expect(await status.textContent()).toBe('Còn 10 ký tự');
    await visit.send('a'.repeat(5_003));
    expect(await status.textContent()).toContain('Dài quá 3 ký tự');
    expect(await visit.own.count()).toBe(0);
    expect(await visit.input.inputValue()).toHaveLength(5_003);
    await visit.send('a'.repeat(5_000));
    await visit.answers.nth(1).waitFor();
    expect(bench.server.posts.at(-1)?.text).toHaveLength(5_000);
  });

  it('grows with the text and shrinks again', async () => {
    await open();
    const height = async (): Promise<number> => (await visit.input.boundingBox())?.height ?? 0;
    const one = await height();
    await visit.input.fill('một\nhai\nba\nbốn');
    expect(await height()).toBeGreaterThan(one + 40);
    await visit.input.press('Enter');
    await visit.own.first().waitFor();
    expect(await height()).toBe(one);
  });
});

describe('on a phone without Shift+Enter', () => {
  it('makes a new line with Enter and sends with the button', async () => {
    visit = await bench.open({}, PHONE, { hasTouch: true, isMobile: true });
    await visit.launcher.tap();
    await visit.answers.first().waitFor();
    expect(await focused()).toBe('panel');
    await visit.input.tap();
    await visit.page.keyboard.type('dòng một');
    await visit.page.keyboard.press('Enter');
    await visit.page.keyboard.type('dòng hai');
    expect(await visit.own.count()).toBe(0);
    await visit.page.getByRole('button', { name: 'Gửi', exact: true }).tap();
    await visit.answers.nth(1).waitFor();
    expect(bench.server.posts.at(-1)?.text).toBe('dòng một\ndòng hai');
  });
});
