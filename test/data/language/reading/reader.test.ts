import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../../../data/load-understanding.js';
import { createReader } from '../../../../data/language/reading/reader.js';
import { createSpelling } from '../../../../data/language/spelling/spelling.js';
import { createVocabulary } from '../../../../data/language/spelling/vocabulary.js';

const { lexicon } = loadKnowledge();
const plainly = createReader(lexicon, null);
const phrases = [
  'hưởng trợ cấp thất nghiệp',
  'giấy phép lao động',
  'giấy xác nhận khuyết tật',
  'mai táng phí',
];
const known = phrases.flatMap((phrase) => Array.from({ length: 12 }, () => plainly(phrase).tokens));
const read = createReader(
  lexicon,
  createSpelling(createVocabulary(known), [...lexicon.fillers, ...lexicon.common]),
);
const words = (text: string): string =>
  plainly(text)
    .tokens.map(({ text: word }) => word)
    .join(' ');
const keys = (text: string): string[] => plainly(text).tokens.map(({ key }) => key);
const letters = (text: string): string =>
  read(text)
    .tokens.map(({ folded }) => folded)
    .join(' ');

describe('reading what somebody typed', () => {
  it('takes old and new tone placement, composed and decomposed letters for the same', () => {
    const found = ['hoà', 'hòa', 'HOÀ', 'hoà'.normalize('NFD')].map((word) => plainly(word).tokens[0]?.key);
    expect(new Set(found).size).toBe(1);
  });

  it('takes sỹ/sĩ, kí/ký and quí/quý for the same', () => {
    for (const [one, other] of [
      ['liệt sỹ', 'liệt sĩ'],
      ['đăng kí', 'đăng ký'],
      ['quí', 'quý'],
    ] as const)
      expect(keys(one)).toEqual(keys(other));
  });

  it.each([
    ['trowj caaps thaats nghieepj', 'trợ cấp thất nghiệp'],
    ['tro75 ca61p tha61t nghie65p', 'trợ cấp thất nghiệp'],
    ['giaays pheps lao ddoongj', 'giấy phép lao động'],
  ])('undoes the keystrokes of a sleeping input method: %s', (typed, meant) => {
    expect(words(typed)).toBe(meant);
  });

  it.each([
    ['ko bít làm j', 'không biết làm gì'],
    ['gplđ cho nnn', 'giấy phép lao động cho người nước ngoài'],
    ['mần răng chừ', 'như thế nào bây giờ'],
    ['tía má tui', 'bố mẹ tôi'],
  ])('writes out text-message, field and regional words: %s', (typed, meant) => {
    expect(words(typed)).toBe(meant);
  });

  it('leaves words alone that only look like shorthand', () => {
    expect(words('chi phí đi chiến trường B, C, K')).toBe('chi phí đi chiến trường b c k');
  });

  it('turns numbers in words into figures, but not years of waiting', () => {
    expect(words('bảy mươi lăm tuổi')).toBe('75 tuổi');
    expect(words('chờ ba mươi năm')).toBe('chờ 30 năm');
  });

  it.each([
    ['hưởng chợ cấp thất nghiệp', 'huong tro cap that nghiep'],
    ['trợ cấp thât nghiệpp', 'tro cap that nghiep'],
    ['giayphep lao động', 'giay phep lao dong'],
    ['khuyếtt tật', 'khuyet tat'],
  ])('repairs a slip by its neighbours: %s', (typed, meant) => {
    expect(letters(typed)).toBe(meant);
  });

  it('does not turn a known everyday word into one of ours', () => {
    expect(letters('chợ gần nhà')).toBe('cho gan nha');
  });

  it('reads English as the Vietnamese it asks for', () => {
    const { tokens, language } = plainly('How can I extend a work permit?');
    expect(language).toBe('en');
    expect(tokens.map(({ text }) => text).join(' ')).toContain('gia hạn giấy phép lao động');
  });

  it('calls neither nonsense nor figures a language', () => {
    expect(plainly('12345').language).toBeNull();
    expect(plainly('???').tokens).toEqual([]);
  });
});
