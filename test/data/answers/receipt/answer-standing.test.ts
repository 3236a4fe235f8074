import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../../data/answers/receipt/answer-standing.js';
import type { GivenAnswer } from '../../../../data/answers/receipt/given-answer.js';
import { changeText, standingText } from '../../../../data/answers/receipt/standing-text.js';
import type { OfficeProfile } from '../../../../data/office/office-profile.js';
import type { ProcedureCorrection } from '../../../../data/procedures/edition/procedure-correction.js';
import { Procedure } from '../../../../data/procedures/procedure.js';
import { aRawProcedure } from '../../../support/a-procedure.js';
import { aGivenAnswer, anAnswerContext } from '../../../support/given-answer.js';
import { aCorrection } from '../../../support/office-edition.js';

type Raw = Parameters<typeof aRawProcedure>[0];

interface Now {
  record?: Raw;
  locale?: 'vi' | 'en';
  office?: Partial<OfficeProfile>;
  corrections?: Partial<ProcedureCorrection>[];
  base?: string;
}

/** How an answer of 05/11/2026 stands on 22/11/2026. */
const onLaterDay = (answer: GivenAnswer, now: Now = {}) => {
  const { locale = 'vi', office, corrections = [], base = '2026-11-01' } = now;
  const edition = { base, office: null };
  const context = anAnswerContext({
    locale,
    now: '2026-11-22T03:00:00.000Z',
    edition,
    ...(office && { office }),
  });
  const record = Procedure.parse(aRawProcedure(now.record));
  const standing = standingOf(answer, {
    context,
    catalogue: { edition, find: (code) => (code === record.code ? record : null) },
    corrections: corrections.map((one) => aCorrection({ code: record.code, record, ...one })),
  });
  const said =
    standing.state === 'changed' ? standing.changes.map((one) => changeText(one, context.say)) : [];
  return { standing, said, text: standingText(standing, context.today, context.say) };
};

describe('an answer seen again', () => {
  it('is the same while the record is, also on another day and in another edition', () => {
    const { standing, text } = onLaterDay(aGivenAnswer(), {
      base: '2026-11-20',
      record: { aliases: ['tên gọi khác'] },
    });
    expect(standing).toEqual({ state: 'same' });
    expect(text).toBe('Đến hôm nay (22/11/2026), nội dung thủ tục vẫn như vậy.');
  });

  it('says line by line what is different, in the words of the answer', () => {
    const documents = [{ name: 'Đơn đề nghị xác nhận', originals: 1, copies: 0 }];
    const answer = aGivenAnswer({ procedure: Procedure.parse(aRawProcedure({ documents })) });
    const { said } = onLaterDay(answer, {
      record: {
        processingTime: { legal: [{ value: 8, unit: 'workingDay' }] },
        fee: { kind: 'set', text: '50.000 đồng' },
        documents: [
          { name: 'Đơn đề nghị xác nhận', originals: 1, copies: 2 },
          { name: 'Ảnh chân dung', originals: 2, copies: 0 },
        ],
        legalBasis: [],
      },
    });
    expect(said).toEqual([
      'Thời gian giải quyết: trước là 10 ngày làm việc, nay là 8 ngày làm việc',
      'Giấy tờ: trước là 1 loại, nay là 2 loại',
      'Lệ phí: trước là Không mất tiền, nay là 50.000 đồng',
      'Giấy tờ cần nộp: trước là Đơn đề nghị xác nhận (1 bản chính), nay là Đơn đề nghị xác nhận (1 bản chính, 2 bản sao)',
      'Giấy tờ cần nộp, mới có: Ảnh chân dung (2 bản chính)',
      'Văn bản quy định, không còn: 219/2025/NĐ-CP (07/08/2025)',
    ]);
  });

  it('says it in English too', () => {
    const { said, text } = onLaterDay(aGivenAnswer(), {
      locale: 'en',
      base: '2026-11-20',
      record: { fee: { kind: 'set', text: { vi: '50.000 đồng', en: 'VND 50,000' } } },
    });
    expect(said).toEqual(['Fee: before Không mất tiền, now VND 50,000']);
    expect(text).toBe('Changed since 20/11/2026.');
  });

  it('counts only the papers of the case that was answered', () => {
    const questions = [
      {
        id: 'minor',
        ask: 'Dưới 18 tuổi?',
        answers: [
          { id: 'yes', label: 'Có' },
          { id: 'no', label: 'Không' },
        ],
      },
    ];
    const forAdults = (copies: number): Raw => ({
      questions,
      documents: [
        { name: 'Đơn', originals: 1, copies: 0 },
        { name: 'Bản khai', originals: 1, copies, when: { minor: ['no'] } },
      ],
    });
    const answer = (minor: string) =>
      aGivenAnswer({ procedure: Procedure.parse(aRawProcedure(forAdults(0))), answers: { minor } });
    expect(onLaterDay(answer('yes'), { record: forAdults(3) }).standing.state).toBe('same');
    expect(onLaterDay(answer('no'), { record: forAdults(3) }).standing.state).toBe('changed');
  });

  it('has changed since the first correction that came after it, or since the shipped edition', () => {
    const record: Raw = { result: 'Quyết định' };
    const since = (now: Now) => {
      const { standing } = onLaterDay(aGivenAnswer(), { record, ...now });
      return standing.state === 'changed' ? standing.since : standing.state;
    };
    const later = { recordedAt: '2026-11-10T03:00:00.000Z' };
    expect(since({ corrections: [{ effectiveFrom: '2026-11-12', ...later }] })).toBe('2026-11-12');
    expect(
      since({
        corrections: [
          { number: 2, effectiveFrom: '2026-11-18', recordedAt: '2026-11-17T03:00:00.000Z' },
          { effectiveFrom: '2026-11-12', ...later },
        ],
      }),
    ).toBe('2026-11-12');
    // Made later and dated back: from that day on the answer was another one.
    expect(since({ corrections: [{ effectiveFrom: '2026-11-02', ...later }] })).toBe('2026-11-02');
    const before = { effectiveFrom: '2026-11-02', recordedAt: '2026-11-02T03:00:00.000Z' };
    const coming = { number: 2, effectiveFrom: '2026-12-01', ...later };
    const others = { ...later, code: '1.014199', effectiveFrom: '2026-11-09' };
    expect(since({ base: '2026-11-20', corrections: [before, coming] })).toBe('2026-11-20');
    expect(
      since({
        base: '2026-11-20',
        corrections: [{ ...others, record: Procedure.parse(aRawProcedure({ code: '1.014199' })) }],
      }),
    ).toBe('2026-11-20');
  });

  it('notices what the office itself has set since', () => {
    const local = [{ procedure: '1.000001', time: null, fee: '10.000 đồng', decision: 'NQ 1/NQ-HĐND' }];
    const { said, text } = onLaterDay(aGivenAnswer(), { office: { local } });
    expect(said).toContain('Lệ phí: trước là Không mất tiền, nay là 10.000 đồng (theo NQ 1/NQ-HĐND)');
    expect(text).toBe('Nội dung đã thay đổi từ đó đến nay.');
  });

  it('is not changed by the date promised for filing today', () => {
    const { cards } = aGivenAnswer();
    expect(JSON.stringify(cards.vi)).toContain('19/11/2026');
    expect(onLaterDay(aGivenAnswer()).standing.state).toBe('same');
  });

  it('says that the procedure is gone', () => {
    const { standing, text } = onLaterDay(aGivenAnswer(), { record: { code: '1.000002' } });
    expect(standing).toEqual({ state: 'gone' });
    expect(text).toBe('Thủ tục này không còn trong danh mục của cơ quan.');
  });
});
