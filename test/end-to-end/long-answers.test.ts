import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, PHONE } from '../support/browser.js';
import { chatOn } from '../support/chat-page.js';
import { startTestOffice } from '../support/running-office.js';
import type { TestOffice } from '../support/running-office.js';

const TWO_SCREENS = 2 * PHONE.height;

describe('a long answer on a small phone', () => {
  let office: TestOffice;
  let browser: Browser;
  beforeAll(async () => {
    [office, browser] = await Promise.all([startTestOffice(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  it.each(['1.014199', '2.002820', '1.010824', '1.001776', '1.014753'])(
    'takes two screens at most at each step of %s',
    async (code) => {
      const { page, context, errors } = await openPage(browser, PHONE);
      page.setDefaultTimeout(10_000);
      await page.goto(office.url);
      const chat = chatOn(page);
      await chat.reads(/Tôi là Trợ lý Một Cửa/);
      await chat.type(code);
      const card = chat.log.getByRole('article');
      const replies = chat.log.getByText('Trợ lý trả lời:');
      const choices = page.getByRole('group');
      for (let answered = 2; ; answered += 1) {
        await replies.nth(answered - 1).waitFor({ state: 'attached' });
        if ((await card.count()) > 0) break;
        await choices.getByRole('button').first().waitFor();
        expect(await heightOf(choices)).toBeLessThanOrEqual(TWO_SCREENS);
        await chat.type('1');
      }
      expect(await heightOf(card)).toBeLessThanOrEqual(TWO_SCREENS);
      expect(errors).toEqual([]);
      await context.close();
    },
  );
});

const heightOf = async (part: Locator): Promise<number> => (await part.boundingBox())?.height ?? Infinity;
