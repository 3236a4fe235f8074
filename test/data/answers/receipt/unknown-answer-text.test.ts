import { describe, expect, it } from 'vitest';
import { unknownAnswerText } from '../../../../data/answers/receipt/unknown-answer-text.js';
import { RetentionPeriods } from '../../../../data/retention/retention-periods.js';
import { anAnswerContext } from '../../../support/given-answer.js';

describe('the words for a code that no answer has', () => {
  it.each([
    ['vi', 30, 'Mỗi câu trả lời được giữ 30 ngày rồi xoá.'],
    ['en', 30, 'Answers are kept for 30 days and then deleted.'],
  ] as const)('say in %s how long answers are kept', (locale, answerDays, expected) => {
    const office = { retention: RetentionPeriods.parse({ answerDays }) };
    const text = unknownAnswerText('TL-222-222-222', anAnswerContext({ locale, office }));
    expect(text).toContain('TL-222-222-222');
    expect(text).toContain(expected);
  });

  it('name no period where answers are kept without end', () => {
    const office = { retention: RetentionPeriods.parse({ answerDays: null }) };
    const text = unknownAnswerText('TL-222-222-222', anAnswerContext({ office }));
    expect(text).toContain('Anh/chị xem lại mã, hoặc hỏi lại thủ tục.');
    expect(text).not.toContain('ngày');
  });
});
