import { describe, expect, it } from 'vitest';
import { encode } from 'uqr';
import { z } from 'zod';
import { Procedure } from '../../../../data/procedures/procedure.js';
import { aRawProcedure } from '../../../support/a-procedure.js';
import { procedureSite, PUBLIC_URL, shipped } from '../../../support/procedure-site.js';

const site = procedureSite();
const body = (code: string, fields: Record<string, string> = {}, locale: 'vi' | 'en' = 'vi'): string =>
  site.record(code, { locale, fields }).body;
const alone = (changes: Parameters<typeof aRawProcedure>[0], locale: 'vi' | 'en' = 'vi'): string =>
  procedureSite({ procedures: [Procedure.parse(aRawProcedure(changes))] }).record('1.000001', {
    locale,
    fields: {},
  }).body;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

describe('the page of a procedure', () => {
  it.each(['vi', 'en'] as const)('is whole for every shipped record in %s', (locale) => {
    expect(shipped.all.length).toBeGreaterThanOrEqual(183);
    for (const { code } of shipped.all) {
      const page = body(code, {}, locale);
      const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, `${code} repeats an id`).toBe(ids.length);
      const levels = [...page.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      expect(levels[0], `${code} begins with h1`).toBe(1);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      const skips = levels.some((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
      expect(skips, `${code} skips a heading`).toBe(false);
      expect(page, code).not.toMatch(/undefined|\[object|>null|\{\w+\}/);
    }
  });

  it('shows what a hostile record says and runs none of it', () => {
    const evil = '</script><script>alert("1")</script>\'"><img src=x onerror=alert(2)>';
    const page = alone({
      name: evil,
      title: evil,
      summary: evil,
      agency: evil,
      documents: [{ name: evil, originals: 1, copies: 1, form: evil, note: evil, notNeededIf: evil }],
      notices: [{ kind: 'paused', from: null, to: null, text: evil, source: evil }],
      legalBasis: [{ number: evil, name: evil, date: null }],
      publishedBy: evil,
      sources: [{ url: 'https://dichvucong.gov.vn/"><script>', date: '2026-10-01', note: evil }],
    });
    expect(count(page, /<script/g)).toBe(1);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(2)&gt;');
    expect(count(page, /<\/script>/g)).toBe(1);
  });

  it('describes itself to search engines', () => {
    const page = body('1.014199', { situation: 'new' });
    expect(page).toContain(`<link rel="canonical" href="${PUBLIC_URL}/thu-tuc/1.014199" />`);
    expect(page).toContain(`hreflang="en" href="${PUBLIC_URL}/thu-tuc/1.014199?lang=en"`);
    const json = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    const data = z.record(z.string(), z.unknown()).parse(JSON.parse(json));
    expect(data).toMatchObject({
      '@type': 'GovernmentService',
      identifier: '1.014199',
      name: 'Cấp giấy phép lao động cho người nước ngoài',
      url: `${PUBLIC_URL}/thu-tuc/1.014199`,
    });
  });

  it('names no address of its own where the office has set none', () => {
    const page = procedureSite({ publicUrl: null }).record('1.014199', { locale: 'vi', fields: {} }).body;
    expect(page).not.toContain('canonical');
    expect(page).not.toContain('<svg');
    expect(page).toContain('Đúng đến ngày 22/11/2026');
  });

  it('carries a code that leads to the same case', () => {
    expect(body('1.014199', { situation: 'new' })).toContain(
      `aria-label="${PUBLIC_URL}/thu-tuc/1.014199?situation=new"><svg`,
    );
  });

  it('draws that code cell by cell', () => {
    const path = /<svg[^>]*><path d="([^"]*)"/.exec(body('1.014199'))?.[1] ?? '';
    const drawn = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].flatMap(([, x, y, length]) =>
      Array.from({ length: Number(length) }, (_, step) => `${String(Number(x) + step)},${String(y)}`),
    );
    const { data } = encode(`${PUBLIC_URL}/thu-tuc/1.014199`, { ecc: 'M', border: 0 });
    const dark = data.flatMap((row, y) =>
      row.flatMap((cell, x) => (cell ? [`${String(x)},${String(y)}`] : [])),
    );
    expect(drawn).toEqual(dark);
  });

  it('opens the chat at this procedure', () => {
    expect(body('1.014199')).toContain('href="/?hoi=1.014199&amp;lang=vi"');
  });

  it('asks what the papers depend on, and lists them all under whom they are for', () => {
    const page = body('1.014199');
    expect(page).toContain('<button name="situation" value="new">');
    expect(page).not.toContain('<button name="position"');
    expect(page).toContain('<h3>Chỉ khi: Nhà quản lý</h3>');
    expect(page).toMatch(
      /<h3>Chỉ khi: Ngành nghề dùng bằng đại học<\/h3>\s*<p class="note">Và: .*Chuyên gia<\/p>/,
    );
  });

  it('keeps the answers given, asks the next question and drops the papers of other cases', () => {
    const page = body('1.014199', { situation: 'new', position: 'manager' });
    expect(page).toContain('<input type="hidden" name="position" value="manager" />');
    expect(page).toContain('<button name="workForm" value="sent">');
    expect(page).not.toContain('Bằng đại học trở lên');
    expect(page).toContain('Điều lệ công ty');
    expect(page).toContain('rel="nofollow"');
  });

  it('asks nothing more once the case is settled, and counts as the chat does', () => {
    const page = body('1.014199', { situation: 'new', position: 'manager', workForm: 'labourContract' });
    expect(page).not.toContain('<form class="no-print"');
    expect(page).not.toContain('Chỉ khi:');
    expect(page).toContain('<dd>6 loại</dd>');
    expect(count(page.slice(page.indexOf('class="papers"'), page.indexOf('id="where"')), /<li>/g)).toBe(
      6 + 2,
    );
  });

  it('puts notices, conflicts that matter and gaps where they are read', () => {
    const page = alone({
      notices: [{ kind: 'paused', from: null, to: '2027-02-28', text: 'Đang tạm dừng cấp.', source: 'NQ' }],
      conflicts: [
        { about: 'time', text: 'Hai nguồn ghi khác nhau.', matters: true },
        { about: 'other', text: 'Chỉ để kiểm tra.', matters: false },
      ],
      fee: null,
      gaps: [{ fact: 'fee', reason: 'Cổng không ghi.' }],
    });
    expect(page.indexOf('Đang tạm dừng cấp.')).toBeLessThan(page.indexOf('<dl'));
    expect(page).toContain('<div class="notice warning">');
    expect(page.indexOf('Hai nguồn ghi khác nhau.')).toBeLessThan(page.indexOf('<dl'));
    expect(page).not.toContain('Chỉ để kiểm tra.');
    expect(page).toContain('Lệ phí: Cổng không ghi.');
  });

  it('says from where, as of when and what is not known', () => {
    const page = alone({ effectiveFrom: '2026-07-01', effectiveTo: '2027-06-30', levelSource: 'deduced' });
    expect(page).toContain('Kiểm chứng ngày 01/10/2026.');
    expect(page).toContain('Nguồn không ghi số quyết định công bố.');
    expect(page).toContain('Có hiệu lực từ ngày 01/07/2026.');
    expect(page).toContain('Hết hiệu lực sau ngày 30/06/2027.');
    expect(page).toContain('Cấp giải quyết suy ra từ nghị định');
  });

  it('says on an English page what has no English, and marks it as Vietnamese', () => {
    const page = alone({ title: { vi: 'Việc mẫu', en: 'Sample' }, agency: 'Sở Nội vụ' }, 'en');
    expect(page).toContain('Some parts of this page have no English yet');
    expect(page).toContain('<h1>Sample</h1>');
    expect(page).toContain('Decided by: <span lang="vi">Sở Nội vụ</span>');
    expect(page).toContain('<span lang="vi">Thủ tục mẫu</span>');
  });

  it('says nothing of missing English where all of a record is translated', () => {
    const both = { vi: 'Chữ Việt', en: 'English words' };
    const page = alone(
      {
        title: both,
        summary: both,
        agency: both,
        applicants: both,
        documents: [{ name: both, originals: 1, copies: 0 }],
        steps: [{ does: both, who: both }],
        fee: { kind: 'free', text: both },
        whereToFile: both,
        result: both,
        conflicts: [{ about: 'other', text: 'Chỉ để kiểm tra.', matters: false }],
      },
      'en',
    );
    expect(page).not.toContain('have no English yet');
    expect(page.slice(page.indexOf('<dl'), page.indexOf('<section id="legal"'))).not.toContain('lang="vi"');
  });

  it('helps when there is no such code, and shows the code harmlessly', () => {
    const { status, body: page, cacheControl } = site.record('<b>1.9', { locale: 'vi', fields: {} });
    expect(status).toBe(404);
    expect(cacheControl).toBe('no-store');
    expect(page).toContain('Không có thủ tục mã &lt;b&gt;1.9');
    expect(page).toContain('<form class="search"');
    expect(page).toContain('noindex');
  });
});
