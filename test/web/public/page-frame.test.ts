import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../data/load-texts.js';
import { OfficeProfile } from '../../../data/office/office-profile.js';
import { html } from '../../../web/public/html.js';
import { inLanguage } from '../../../web/public/in-language.js';
import { pageFrame } from '../../../web/public/page-frame.js';

const texts = loadTexts();
const frame = (office: Partial<OfficeProfile> = {}, locale: 'vi' | 'en' = 'vi'): string =>
  pageFrame({
    locale,
    say: texts[locale],
    office: OfficeProfile.parse({ name: 'Sở Nội vụ <Mẫu>', ...office }),
    title: 'Thủ tục & hồ sơ',
    description: 'Trang "mẫu"',
    path: '/thu-tuc?q=tai+nan',
    main: html`<h1>Thủ tục</h1>`,
  });

describe('the frame of a public page', () => {
  it('names language, title, description and office, all escaped', () => {
    const page = frame();
    expect(page).toMatch(/^<!doctype html>\s*<html lang="vi">/);
    expect(page).toContain('<title>Thủ tục &amp; hồ sơ | Sở Nội vụ &lt;Mẫu&gt;</title>');
    expect(page).toContain('content="Trang &quot;mẫu&quot;"');
  });

  it('says that no hotline is set rather than showing a number', () => {
    expect(frame()).toContain('<strong>chưa cấu hình</strong>');
    expect(frame()).not.toContain('tel:');
  });

  it('links the hotline and marks Vietnamese hours on an English page', () => {
    const page = frame({ hotline: { number: '1900 1234', hours: 'giờ hành chính', hoursEn: null } }, 'en');
    expect(page).toContain('href="tel:19001234"');
    expect(page).toContain('<span lang="vi">giờ hành chính</span>');
    expect(page).toContain('<span class="site-office" lang="vi">');
  });

  it('leads to the same page in the other language', () => {
    expect(frame()).toContain('href="/thu-tuc?q=tai+nan&amp;lang=en" lang="en" hreflang="en"');
    expect(frame({}, 'en')).toContain('href="/thu-tuc?q=tai+nan" lang="vi" hreflang="vi"');
  });

  it('marks where the reader is', () => {
    expect(frame()).toContain('<a href="/thu-tuc" aria-current="page">');
  });
});

describe('inLanguage', () => {
  it.each([
    ['/thu-tuc', 'vi', '/thu-tuc'],
    ['/thu-tuc?lang=en', 'vi', '/thu-tuc'],
    ['/thu-tuc', 'en', '/thu-tuc?lang=en'],
    ['/', 'vi', '/?lang=vi'],
    ['/gop-y?about=1.014199', 'en', '/gop-y?about=1.014199&lang=en'],
  ] as const)('writes %s in %s as %s', (path, locale, expected) => {
    expect(inLanguage(path, locale)).toBe(expected);
  });
});
