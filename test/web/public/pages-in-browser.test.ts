import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { loadTexts } from '../../../data/load-texts.js';
import type { Feedback } from '../../../data/feedback/feedback.js';
import { OfficeProfile } from '../../../data/office/office-profile.js';
import { feedbackFormPage } from '../../../web/public/feedback/feedback-form-page.js';
import { feedbackReceiptPage } from '../../../web/public/feedback/feedback-receipt-page.js';
import { feedbackStatusPage } from '../../../web/public/feedback/feedback-status-page.js';
import { indexPage } from '../../../web/public/index-page.js';
import { DESKTOP, PHONE, axeFindings, launchBrowser, openPage } from '../../support/browser.js';
import { startDirectLineStandIn } from '../../support/direct-line-stand-in.js';
import type { DirectLineStandIn } from '../../support/direct-line-stand-in.js';
import { standInAnswer } from '../../support/stand-in-answers.js';
import { widgetScript } from '../../support/widget-script.js';

const texts = loadTexts();
const office = OfficeProfile.parse({
  name: 'Trung tâm Phục vụ hành chính công tỉnh Mẫu',
  nameEn: 'Sample Public Administrative Service Centre',
  hotline: { number: '1900 1022', hours: '7:30-17:00 thứ Hai đến thứ Sáu' },
});
const feedback: Feedback = {
  code: 'PA-3M7K-HM4X',
  version: 2,
  kind: 'delay',
  text: 'Hồ sơ chậm.\nMong trả lời.',
  dossierCode: null,
  procedureCode: null,
  channel: 'form',
  locale: 'vi',
  contact: null,
  thread: null,
  recordedBy: null,
  receivedAt: '2026-11-20T03:00:00.000Z',
  state: 'answered',
  history: [
    { at: '2026-11-20T03:00:00.000Z', by: 'citizen', state: 'received', text: null },
    { at: '2026-11-21T02:30:00.000Z', by: 'office', state: 'answered', text: 'Đã trả <b>kết quả</b>.' },
  ],
  pin: { salt: '00', hash: '00' },
};

let browser: Browser;
let server: DirectLineStandIn;

const ONCE = '00000000-0000-4000-8000-000000000000';
const contextIn = (locale: 'vi' | 'en') => ({ office, locale, say: texts[locale], once: ONCE });

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startDirectLineStandIn(standInAnswer)]);
  server.serve('/widget.js', await widgetScript(), 'text/javascript; charset=utf-8');
  for (const name of ['pages.css', 'forms.css', 'chat-page.css'])
    server.serve(`/${name}`, readFileSync(`web/public/${name}`, 'utf8'), 'text/css; charset=utf-8');
  for (const locale of ['vi', 'en'] as const) {
    const context = contextIn(locale);
    const typed = { kind: 'delay', text: '', reach: '0901234567', dossier: 'abc' };
    const faults = { text: 'needText', dossier: 'badDossier', consent: 'needConsent' } as const;
    server.serve(`/index-${locale}`, indexPage(context));
    server.serve(`/form-${locale}`, feedbackFormPage(context));
    server.serve(`/faults-${locale}`, feedbackFormPage({ ...context, typed, faults }));
    server.serve(`/referral-${locale}`, feedbackFormPage({ ...context, referral: true }));
    server.serve(`/receipt-${locale}`, feedbackReceiptPage({ ...context, feedback, pin: '481526' }));
    server.serve(`/ask-${locale}`, feedbackStatusPage({ ...context, lookup: { outcome: 'asked' } }));
    server.serve(
      `/unknown-${locale}`,
      feedbackStatusPage({ ...context, lookup: { outcome: 'notFound', code: 'PA-1' } }),
    );
    server.serve(
      `/found-${locale}`,
      feedbackStatusPage({ ...context, lookup: { outcome: 'found', feedback } }),
    );
  }
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const visit = async (path: string, look: (page: Page) => Promise<void>, size = DESKTOP, scripts = true) => {
  const { page, context, errors } = await openPage(browser, size, { javaScriptEnabled: scripts });
  await page.goto(server.url + path);
  await look(page);
  expect(errors).toEqual([]);
  await context.close();
};

const PAGES = ['index', 'form', 'faults', 'referral', 'receipt', 'ask', 'unknown', 'found'];

describe.each(['vi', 'en'])('the public pages in %s', (locale) => {
  it.each(PAGES)('have no findings on a phone and on a desktop: %s', async (name) => {
    for (const size of [PHONE, DESKTOP])
      await visit(
        `/${name}-${locale}`,
        async (page) => {
          if (name === 'index') await page.locator('.bot').first().waitFor();
          expect(await axeFindings(page)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        },
        size,
      );
  });
});

describe('the page at /', () => {
  it('is the chat, with the office’s name, the hotline and the form beside it', () =>
    visit('/index-vi', async (page) => {
      await page.getByText('Xin chào anh/chị').waitFor();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(office.name);
      expect(await page.getByRole('link', { name: '1900 1022' }).first().getAttribute('href')).toBe(
        'tel:19001022',
      );
      await page.getByRole('textbox').fill('trợ cấp thất nghiệp');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Hưởng trợ cấp thất nghiệp' }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true);
    }));

  it('leads to the form and the hotline when scripts are off', () =>
    visit(
      '/index-vi',
      async (page) => {
        expect(await page.locator('.no-script').isVisible()).toBe(true);
        expect(await page.locator('.no-script a').getAttribute('href')).toBe('/gop-y?lang=vi');
        expect(await page.locator('.call').textContent()).toContain('1900 1022');
      },
      PHONE,
      false,
    ));

  it('says that nothing is set where nothing is set', () => {
    const bare = indexPage({ ...contextIn('vi'), office: OfficeProfile.parse({ name: 'Sở <Mẫu>' }) });
    expect(bare).toContain('<strong>chưa cấu hình</strong>');
    expect(bare).toContain('Sở &lt;Mẫu&gt;');
    expect(bare).not.toContain('tel:');
  });
});

describe('the form without scripts', () => {
  it('posts what was filled in, consent only when ticked', () =>
    visit(
      '/form-vi',
      async (page) => {
        expect(await page.getByRole('checkbox').isChecked()).toBe(false);
        await page.getByLabel('Chậm trễ').check();
        await page.getByLabel('Nội dung', { exact: true }).fill('Chờ lâu <quá>');
        const [request] = await Promise.all([
          page.waitForRequest((sent) => sent.method() === 'POST'),
          page.getByRole('button', { name: 'Gửi phản ánh' }).click(),
        ]);
        expect(new URL(request.url()).pathname).toBe('/gop-y');
        expect(Object.fromEntries(new URLSearchParams(request.postData() ?? ''))).toEqual({
          form: 'file',
          once: ONCE,
          kind: 'delay',
          text: 'Chờ lâu <quá>',
          dossier: '',
          name: '',
          reach: '',
        });
      },
      PHONE,
      false,
    ));

  it('shows faults beside their fields and keeps what was typed', () =>
    visit(
      '/faults-vi',
      async (page) => {
        expect(await page.title()).toMatch(/^Cần sửa: /);
        expect(await page.getByRole('alert').getByRole('link').count()).toBe(3);
        const dossier = page.getByLabel('Mã hồ sơ liên quan');
        expect(await dossier.inputValue()).toBe('abc');
        expect(await dossier.getAttribute('aria-invalid')).toBe('true');
        expect(await dossier.getAttribute('aria-describedby')).toBe('dossier-hint dossier-fault');
        expect(await page.getByLabel('Chậm trễ').isChecked()).toBe(true);
        expect(await page.getByLabel('Số điện thoại hoặc email').inputValue()).toBe('0901234567');
      },
      PHONE,
      false,
    ));

  it('keeps line breaks and markup of what was typed as text', () => {
    const page = feedbackFormPage({ ...contextIn('vi'), typed: { text: '\n</textarea><script>1' } });
    expect(page).toContain('>\n\n&lt;/textarea&gt;&lt;script&gt;1</textarea>');
  });

  it('offers to send what sounds like a khiếu nại only when the sender insists', () => {
    expect(feedbackFormPage(contextIn('vi'))).not.toContain('name="insists"');
    expect(feedbackFormPage({ ...contextIn('vi'), referral: true })).toContain('name="insists"');
  });

  it('says on top what kept the office from recording it', () => {
    const trouble = 'Hệ thống đang tạm ngừng.';
    expect(feedbackFormPage({ ...contextIn('vi'), trouble })).toContain(trouble);
  });
});

describe('receipt and status', () => {
  it('give code, PIN and moment on the office’s clock', () => {
    const page = feedbackReceiptPage({ ...contextIn('vi'), feedback, pin: '481526' });
    expect(page).toContain('PA-3M7K-HM4X');
    expect(page).toContain('481526');
    expect(page).toContain('10:00 20/11/2026');
  });

  it('show every state with its date, the office’s words as text', () => {
    const page = feedbackStatusPage({ ...contextIn('vi'), lookup: { outcome: 'found', feedback } });
    expect(page).toContain('09:30 21/11/2026');
    expect(page).toContain('Đã trả &lt;b&gt;kết quả&lt;/b&gt;.');
  });

  it('never repeat a PIN that was typed, and read the same for every wrong pair', () => {
    const page = feedbackStatusPage({ ...contextIn('vi'), lookup: { outcome: 'notFound', code: 'PA-1' } });
    expect(page).toContain('value="PA-1"');
    expect(page).toMatch(/name="pin"\s+value=""/);
    expect(page).toContain('Không có phản ánh nào khớp');
  });
});
