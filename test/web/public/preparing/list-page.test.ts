import { describe, expect, it } from 'vitest';
import { needsOf } from '../../../../data/answers/preparation/preparation.js';
import type { Preparation } from '../../../../data/answers/preparation/preparation.js';
import { preparationCode } from '../../../../data/answers/preparation/preparation-code.js';
import { Procedure } from '../../../../data/procedures/procedure.js';
import { createPreparingSite } from '../../../../web/public/preparing/create-preparing-site.js';
import { aRawProcedure } from '../../../support/a-procedure.js';
import { PUBLIC_URL, shipped, siteParts } from '../../../support/procedure-site.js';

type Setting = Parameters<typeof siteParts>[0];
type Raw = Parameters<typeof aRawProcedure>[0];

const DAY = '2026-11-22';
const MANAGER = { situation: 'new', position: 'manager', workForm: 'labourContract' };
const permit = shipped.find('1.014199');
if (!permit) throw new Error('1.014199 is not shipped');

const open = (preparation: Preparation, setting: Setting = {}, locale: 'vi' | 'en' = 'vi') =>
  createPreparingSite(siteParts(setting)).list(preparationCode(preparation), { locale });
/** A sample record with these facts, nothing ticked. */
const sample = (changes: Raw, setting: Setting = {}, made: Partial<Preparation> = {}) => {
  const procedure = Procedure.parse(aRawProcedure(changes));
  return open(
    { procedure, answers: {}, have: [], day: DAY, ...made },
    { procedures: [procedure], ...setting },
  );
};
const boxes = (body: string, state: '' | 'checked'): number =>
  [...body.matchAll(/<input type="checkbox" autocomplete="off" (checked)? ?\/>/g)].filter(
    ([, on]) => (on ?? '') === state,
  ).length;

describe('the page of a list', () => {
  it('shows the papers of the case in two lists, each with a box, and nobody’s name', () => {
    const preparation = { procedure: permit, answers: MANAGER, have: [0, 2], day: '2026-11-20' };
    const { status, body, cacheControl } = open(preparation);
    const needs = needsOf(permit, MANAGER);
    expect([status, cacheControl]).toEqual([200, 'no-store']);
    expect([boxes(body, ''), boxes(body, 'checked')]).toEqual([needs.length - 2, 2]);
    expect(body).toContain(`Còn thiếu: ${String(needs.length - 2)} trong ${String(needs.length)} loại`);
    for (const [document] of needs) expect(body).toContain(document?.name.vi);
    expect(body).not.toContain('Bằng đại học trở lên');
    expect(body).toContain('Nhà quản lý');
    expect(body).toContain('Danh sách giấy tờ lập ngày 20/11/2026.');
    expect(body).toContain('dùng được đến hết ngày 20/12/2026 và không chứa thông tin cá nhân');
    expect(body).toContain('<meta name="robots" content="noindex" />');
    expect(body).not.toContain('<form');
  });

  it('prints the code that opens it on another phone, in the reader’s language', () => {
    const preparation = { procedure: permit, answers: {}, have: [], day: DAY };
    const address = `${PUBLIC_URL}/chuan-bi/${preparationCode(preparation)}`;
    expect(open(preparation).body).toContain(`aria-label="${address}"`);
    expect(open(preparation, {}, 'en').body).toContain(`aria-label="${address}?lang=en"`);
    expect(open(preparation, { publicUrl: null }).body).not.toContain('<svg');
  });

  it('gives alternatives one box', () => {
    const documents = [
      { name: 'Căn cước', originals: 1, copies: 0, oneOf: 'who' },
      { name: 'Hộ chiếu', originals: 1, copies: 0, oneOf: 'who' },
      { name: 'Ảnh', originals: 2, copies: 0 },
    ];
    const { body } = sample({ documents });
    expect(boxes(body, '')).toBe(2);
    expect(body).toContain('Một trong các giấy sau:');
  });

  it('says how many of each, on which form and when a paper is not needed', () => {
    const notNeededIf = 'Đã có trên hệ thống';
    const { body } = sample({
      documents: [{ name: 'Tờ khai', originals: 1, copies: 2, form: 'Mẫu 01', notNeededIf }],
    });
    for (const note of ['1 bản chính, 2 bản sao', 'Mẫu 01', 'Không cần nếu: Đã có trên hệ thống'])
      expect(body).toContain(`<span class="note">${note}</span>`);
  });

  it('says why there is no list instead of showing an empty one', () => {
    const unknown = sample({
      documents: null,
      gaps: [{ fact: 'documents', reason: 'Cổng Dịch vụ công chưa đăng.' }],
    });
    expect(unknown.body).toContain('Chúng tôi chưa rõ thủ tục này cần những giấy tờ gì');
    expect(unknown.body).toContain('Cổng Dịch vụ công chưa đăng.');
    expect(unknown.body).not.toContain('id="missing"');
    const notices = [
      {
        kind: 'paused' as const,
        from: '2026-11-01',
        to: '2026-12-31',
        text: 'Dừng đến hết năm.',
        source: 'CV 1',
      },
    ];
    expect(sample({ notices }).body).toContain('Hiện chưa nộp được thủ tục này');
    expect(sample({ notices }).body).toContain('Dừng đến hết năm.');
    const over = notices.map((notice) => ({ ...notice, to: '2026-11-21' }));
    expect(sample({ notices: over }).body).not.toContain('Hiện chưa nộp được');
  });

  it('opens for thirty days, then offers the same papers today', () => {
    const made = (day: string) => sample({}, {}, { day });
    expect(made('2026-10-23').status).toBe(200);
    const old = made('2026-10-22');
    expect(old.status).toBe(410);
    expect(old.body).toContain('Danh sách này đã hết hạn');
    const link = /class="do" href="\/chuan-bi\/([^"]+)"/.exec(old.body)?.[1] ?? '';
    const again = createPreparingSite(siteParts({ procedures: [Procedure.parse(aRawProcedure())] })).list(
      link,
      { locale: 'vi' },
    );
    expect([again.status, again.body.includes('Danh sách giấy tờ lập ngày 22/11/2026')]).toEqual([200, true]);
  });

  it('says that the papers are others now, and leads to them', () => {
    const before = Procedure.parse(
      aRawProcedure({ documents: [{ name: 'Giấy cũ', originals: 1, copies: 0 }] }),
    );
    const { status, body } = open(
      { procedure: before, answers: {}, have: [0], day: '2026-11-20' },
      { procedures: [Procedure.parse(aRawProcedure())] },
    );
    expect(status).toBe(410);
    expect(body).toContain('Giấy tờ của thủ tục này đã thay đổi');
    expect(body).toContain('href="/thu-tuc/1.000001#documents"');
    expect(body).not.toContain('Giấy cũ');
  });

  it.each(['', 'x', '2222-2222', '"><script>alert(1)</script>', 'A'.repeat(3_000)])(
    'is none at %j',
    (code) => {
      const { status, body } = createPreparingSite(siteParts()).list(code, { locale: 'vi' });
      expect(status).toBe(404);
      expect(body).toContain('Đường dẫn này chưa đúng');
      expect(body).not.toContain('<script>alert');
      expect(body.length).toBeLessThan(6_000);
    },
  );

  it('is none for a day to come', () => {
    expect(sample({}, {}, { day: '2026-11-23' }).status).toBe(404);
  });

  it.each(['vi', 'en'] as const)('is whole for every shipped record in %s', (locale) => {
    for (const procedure of shipped.all) {
      const { status, body } = open({ procedure, answers: {}, have: [0], day: DAY }, {}, locale);
      expect(status, procedure.code).toBe(200);
      expect(body, procedure.code).not.toMatch(/undefined|\[object|>null|\{\w+\}/);
      const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, procedure.code).toBe(ids.length);
    }
  });
});
