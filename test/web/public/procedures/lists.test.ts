import { describe, expect, it } from 'vitest';
import { Procedure } from '../../../../data/procedures/procedure.js';
import type { Understanding } from '../../../../data/understanding/understanding.js';
import { aRawProcedure } from '../../../support/a-procedure.js';
import { procedureSite, PUBLIC_URL, shipped } from '../../../support/procedure-site.js';

const site = procedureSite();
const list = (fields: Record<string, string>, locale: 'vi' | 'en' = 'vi') => site.list({ locale, fields });
const linksOf = (page: string): string[] =>
  [...page.matchAll(/href="\/thu-tuc\/(\d\.\d{6})/g)].flatMap(([, code]) => code ?? []);

const NOTHING: Understanding = {
  intent: 'procedure',
  outcome: 'none',
  candidates: [],
  near: [],
  aspect: null,
  referral: null,
  dossierCode: null,
  trackingCode: null,
  language: 'vi',
};
const candidate = (code: string) => ({ code, score: 1, reasons: [] });
const understanding = (told: Partial<Understanding>): string =>
  procedureSite({ understand: () => ({ ...NOTHING, ...told }) }).list({ locale: 'vi', fields: { q: 'x' } })
    .body;

describe('the list of procedures', () => {
  it('leads to every field and every event in life, and from there to every procedure of theirs', () => {
    const front = list({}).body;
    const ways = [...front.matchAll(/href="\/thu-tuc\?(field|situation)=([a-z-]+)"/g)];
    expect(ways.filter(([, kind]) => kind === 'situation')).toHaveLength(shipped.lifeEvents.length);
    const codes = ways.flatMap(([, kind = '', id = '']) => linksOf(list({ [kind]: id }).body));
    expect(new Set(codes)).toEqual(new Set(shipped.all.map(({ code }) => code)));
  });

  it('falls back to the front page for a field nobody knows', () => {
    expect(list({ field: 'x' }).body).toContain('Theo lĩnh vực');
  });

  it('keeps the language of the reader in every way on', () => {
    const front = list({}, 'en').body;
    const inside = [...front.matchAll(/href="(\/[^"#]*)"/g)]
      .map(([, path]) => path ?? '')
      .filter((path) => !path.endsWith('.css') && path !== '/thu-tuc');
    expect(inside.filter((path) => !path.includes('lang=en'))).toEqual([]);
  });
});

describe('the search', () => {
  it('answers a question in everyday words, with marks or without', () => {
    const { body, cacheControl } = list({ q: 'bo toi la thuong binh vua mat' });
    expect(linksOf(body)[0]).toBe('1.010824');
    expect(body).toContain('Thủ tục phù hợp nhất');
    expect(cacheControl).toBe('no-store');
  });

  it('finds a procedure by its code', () => {
    expect(linksOf(list({ q: '1.014199' }).body)[0]).toBe('1.014199');
  });

  it('lists what a question may mean, best first', () => {
    const body = understanding({
      outcome: 'choices',
      candidates: [candidate('1.014199'), candidate('1.014196')],
    });
    expect(linksOf(body)).toEqual(['1.014199', '1.014196']);
    expect(body).toContain('Anh/chị chọn giúp');
  });

  it('says whose matter it is when another authority handles it', () => {
    const body = list({ q: 'làm hộ chiếu' }).body;
    expect(body).toContain('Việc này không thuộc cơ quan chúng tôi.');
    expect(linksOf(body)).toEqual([]);
  });

  it('says honestly that nothing was found, with the nearest where there is one', () => {
    expect(understanding({})).toContain('Tôi chưa tìm thấy thủ tục này');
    const near = understanding({ near: [candidate('1.014199')] });
    expect(near).toContain('Có phải một trong các việc này không?');
    expect(linksOf(near)).toEqual(['1.014199']);
  });

  it('sends who asks for something else to the assistant with the same words', () => {
    const body = list({ q: 'muốn gặp cán bộ' }).body;
    expect(body).toContain('Ô này chỉ tìm thủ tục.');
    expect(body).toContain('href="/?hoi=mu%E1%BB%91n+g%E1%BA%B7p+c%C3%A1n+b%E1%BB%99&amp;lang=vi"');
  });

  it('shows the question as text and keeps it in its box', () => {
    const body = list({ q: '"><script>x' }).body;
    expect(body).not.toContain('<script>x');
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;x"');
    expect(body).toContain('noindex');
  });

  it('takes a long story short before it reads it', () => {
    let read = '';
    const short = procedureSite({
      understand: (question) => {
        read = question;
        return NOTHING;
      },
    });
    short.list({ locale: 'vi', fields: { q: 'a'.repeat(5000) } });
    expect(read).toHaveLength(200);
  });
});

describe('the page of changes', () => {
  it('puts what comes first and says where no day is known', () => {
    const { body } = site.changes({ locale: 'vi', fields: {} });
    const [coming, past, unknown] = ['Sắp tới', 'Đã có hiệu lực', 'chưa rõ ngày'].map((part) =>
      body.indexOf(`>${part}`),
    );
    expect(coming).toBeGreaterThan(0);
    expect(past).toBeGreaterThan(coming ?? 0);
    expect(body.indexOf('1.115305')).toBeLessThan(past ?? 0);
    expect(body.indexOf('1.000479')).toBeGreaterThan(past ?? 0);
    expect(unknown).toBe(-1);
    expect(body).toContain('Theo quyết định công bố, chưa rõ ngày');
    expect(body).toContain('QĐ 526/QĐ-BNV');
  });

  it('names what replaces a procedure', () => {
    const procedures = [
      Procedure.parse(aRawProcedure({ effectiveTo: '2026-06-30', replacedBy: '1.014199' })),
    ];
    const { body } = procedureSite({ procedures }).changes({ locale: 'vi', fields: {} });
    expect(body).toContain('30/06/2026');
    expect(body).toContain('Thủ tục này đã được thay bằng thủ tục mã 1.014199.');
  });
});

describe('the files for search engines', () => {
  it('list every page in both languages', () => {
    const { body } = site.sitemap();
    const places = [...body.matchAll(/<loc\s*>([^<]*)<\/loc\s*>/g)].map(([, place]) => place);
    expect(places).toHaveLength(2 * (2 + 11 + shipped.lifeEvents.length + shipped.all.length));
    expect(places).toContain(`${PUBLIC_URL}/thu-tuc/1.014199?lang=en`);
    expect(site.robots().body).toContain(`Sitemap: ${PUBLIC_URL}/sitemap.xml`);
    expect(site.robots().body).toContain('Disallow: /thu-tuc?q=');
  });

  it('name no place where the office has set no address', () => {
    const bare = procedureSite({ publicUrl: null });
    expect(bare.sitemap().status).toBe(404);
    expect(bare.robots().body).not.toContain('Sitemap');
  });
});
