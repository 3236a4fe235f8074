import { describe, expect, it } from 'vitest';
import { Procedure } from '../../../../data/procedures/procedure.js';
import { createAnswerSite } from '../../../../web/public/answers/create-answer-site.js';
import { aRawProcedure } from '../../../support/a-procedure.js';
import { answerChange } from '../../../support/given-answer.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { PUBLIC_URL, siteParts } from '../../../support/procedure-site.js';

type Raw = Parameters<typeof aRawProcedure>[0];

/** An answer of 05/11/2026 read on 22/11/2026, when the record says this. */
const siteOver = async (now: Raw = {}, given = answerChange()) => {
  const store = createMemoryStore();
  await store.commit([given]);
  const procedures = [Procedure.parse(aRawProcedure(now))];
  return createAnswerSite({ ...siteParts({ procedures }), store });
};
const CODE = answerChange().record.code;
const VI = { locale: 'vi', fields: {} } as const;
const EN = { locale: 'en', fields: {} } as const;

describe('the page of an answer', () => {
  it('shows the answer as it was given, the day promised included, and that it still holds', async () => {
    const { status, body, cacheControl } = await (await siteOver()).answer(CODE, VI);
    expect([status, cacheControl]).toEqual([200, 'no-store']);
    for (const text of [
      'Đây là câu trả lời ngày 05/11/2026.',
      `Mã câu trả lời ${CODE}. Bản dữ liệu 01/11/2026.`,
      'Đến hôm nay (22/11/2026), nội dung thủ tục vẫn như vậy.',
      'Nộp lúc này (05/11/2026), hẹn trả',
      'thứ Năm 19/11/2026',
      '219/2025/NĐ-CP',
      `aria-label="${PUBLIC_URL}/tra-loi/${CODE}"`,
    ])
      expect(body).toContain(text);
  });

  it('keeps the old words and lists what is different now', async () => {
    const { body } = await (await siteOver({ fee: { kind: 'set', text: '50.000 đồng' } })).answer(CODE, VI);
    expect(body).toContain('<dd>Không mất tiền</dd>');
    expect(body).toContain('Lệ phí: trước là Không mất tiền, nay là 50.000 đồng');
    expect(body).toMatch(/notice warning">\s*<p><strong>Đã thay đổi từ \d\d\/\d\d\/2026\./);
  });

  it('speaks English, and marks what has none', async () => {
    const { body } = await (await siteOver()).answer(CODE, EN);
    expect(body).toContain('This is the answer given on 05/11/2026.');
    expect(body).toContain('<span lang="vi">Việc mẫu</span>');
    expect(body).toContain(`aria-label="${PUBLIC_URL}/tra-loi/${CODE}?lang=en"`);
  });

  it('opens from the form, however the code is typed', async () => {
    const site = await siteOver();
    const typed = { locale: 'vi', fields: { ma: ` ${CODE.toLowerCase().replaceAll('-', ' ')} ` } } as const;
    expect((await site.ask(typed)).body).toContain('Đây là câu trả lời ngày 05/11/2026.');
    expect((await site.ask(VI)).body).toContain('Xem lại một câu trả lời');
    expect((await site.ask(VI)).body).not.toContain('class="fault"');
  });

  it.each([
    ['TL-7KM-2QX-HM2', 'Mã này chưa đúng'],
    ['TL-222-222-222', 'Chúng tôi không có câu trả lời nào mang mã TL-222-222-222'],
    ['TL-222-222-222', 'hỏi lại thủ tục để có câu trả lời mới'],
    ['"><script>alert(1)</script>', 'Mã này chưa đúng'],
    ['A'.repeat(5_000), 'Mã này chưa đúng'],
  ])('says plainly that %j is none, with the form to type it again', async (code, text) => {
    const { status, body } = await (await siteOver()).answer(code, VI);
    expect(status).toBe(404);
    expect(body).toContain(text);
    expect(body).toContain('name="ma"');
    expect(body).not.toContain('<script>alert');
    expect(body.length).toBeLessThan(6_000);
  });

  it('shows what a hostile record said and runs none of it', async () => {
    const evil = '</script><script>alert("1")</script>\'"><img src=x onerror=alert(2)>';
    const procedure = Procedure.parse(
      aRawProcedure({
        title: evil,
        name: evil,
        agency: evil,
        documents: [{ name: evil, originals: 1, copies: 1 }],
      }),
    );
    const { body } = await (await siteOver({}, answerChange({ procedure }))).answer(CODE, VI);
    expect(body).not.toMatch(/<script|<img/);
    expect(body).toContain('&lt;img src=x onerror=alert(2)&gt;');
  });
});
