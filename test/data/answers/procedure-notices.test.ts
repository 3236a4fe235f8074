import { describe, expect, it } from 'vitest';
import { procedureNotices } from '../../../data/answers/procedure-notices.js';
import { loadCatalogue } from '../../../data/load-dataset.js';
import { loadTexts } from '../../../data/load-texts.js';
import { OfficeProfile } from '../../../data/office/office-profile.js';
import { answered, startConversation, textOf } from '../../support/conversation.js';

const catalogue = loadCatalogue();
const office = OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu' });
const noticesOf = (code: string) => {
  const procedure = catalogue.find(code);
  if (!procedure) throw new Error(`no procedure ${code}`);
  return procedureNotices(procedure, { office, say: loadTexts().vi, locale: 'vi', today: '2026-11-20' });
};

describe('what a citizen must hear before the answer', () => {
  it('fits about six lines, and the rest is kept for a place behind a heading', () => {
    const { first, more } = noticesOf('1.001776');
    expect(first).toHaveLength(2);
    expect(more).toHaveLength(2);
  });

  it('always begins with a warning, however long', () => {
    const { first } = noticesOf('1.000479');
    expect(first[0]).toMatchObject({ tone: 'warning' });
  });

  it('keeps every disagreement of the sources that matters, of every procedure', () => {
    for (const { code, conflicts } of catalogue.all) {
      const { first, more } = noticesOf(code);
      expect(more.filter(({ tone }) => tone === 'warning')).toEqual([]);
      const said = [...first, ...more].map(({ text }) => text);
      expect(said).toEqual(
        expect.arrayContaining(conflicts.filter(({ matters }) => matters).map(({ text }) => text.vi)),
      );
    }
  });

  it('is all in the message, also for a reader without cards', async () => {
    const text = textOf(await answered(startConversation(), '1.001776'));
    expect(text).toContain('! Nguồn chỉ ghi giấy tờ xin hưởng lần đầu.');
    expect(text).toContain('Cần lưu ý thêm:\n- Nghị định 20/2021/NĐ-CP');
  });
});
