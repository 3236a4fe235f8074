import { describe, expect, it } from 'vitest';
import { aGivenAnswer, answerChange } from '../../support/given-answer.js';
import { createMemoryStore } from '../../support/memory-store.js';
import { motcuaHere } from '../../support/motcua.js';
import { aCorrection, aProcedure } from '../../support/office-edition.js';

const { code } = aGivenAnswer();
const now = aProcedure('1.001699');

describe('motcua answer', () => {
  it('prints an answer word for word, and from when it is another one', async () => {
    const store = createMemoryStore();
    const fee = { kind: 'set' as const, text: { vi: '5.000 đồng' } };
    const correction = aCorrection({
      code: now.code,
      record: now,
      effectiveFrom: '2026-11-12',
      recordedAt: '2026-11-11T03:00:00.000Z',
    });
    await store.commit([
      answerChange({ procedure: { ...now, fee } }),
      { kind: 'correction', record: correction },
    ]);
    const typed = code.toLowerCase().replaceAll('-', '');
    const { code: exit, out } = await motcuaHere(['answer', typed], { store });
    expect(exit).toBe(0);
    for (const text of [
      'Đây là câu trả lời ngày 05/11/2026. Đã thay đổi từ 12/11/2026.',
      'Lệ phí: trước là 5.000 đồng, nay là',
      'Lệ phí: 5.000 đồng',
      `Mã câu trả lời: ${code}`,
    ])
      expect(out).toContain(text);
  });

  it('says that what was said still holds', async () => {
    const store = createMemoryStore();
    await store.commit([answerChange({ procedure: now })]);
    const { out } = await motcuaHere(['answer', code], { store });
    expect(out).toContain('Đến hôm nay (22/11/2026), nội dung thủ tục vẫn như vậy.');
  });

  it('says how long answers are kept when none has the code', async () => {
    const { code: exit, out, err } = await motcuaHere(['answer', code]);
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain(`không có câu trả lời nào mang mã ${code}. Mỗi câu trả lời được giữ 730 ngày`);
  });

  it.each([[['TL-7KM-2QX-HM5']], [[]], [[code, code]]])('does not take %j for a code', async (operands) => {
    const { code: exit, err } = await motcuaHere(['answer', ...operands]);
    expect(exit).toBe(2);
    expect(err).toContain('mã câu trả lời');
  });
});
