import { describe, expect, it } from 'vitest';
import { loadPlaces } from '../../../data/load-places.js';
import { readQuestions } from '../../questions/question-set.js';

const places = loadPlaces();

describe('a question about where an old place is now', () => {
  it.each([
    'Phường 5 quận 3 cũ giờ nộp ở đâu?',
    'xã Tân Thông Hội củ chi cũ thuộc xã nào',
    'quận Bình Thạnh giờ làm ở đâu',
    'dạ cho em hỏi nhà em ở phường 5 quận 3 cũ thì giờ nộp hồ sơ ở đâu ạ',
    'tinh binh duong cu gio la tinh nao',
    'sau sáp nhập phường Bến Nghé thuộc phường nào',
    'xã Abc Def cũ nay thuộc xã nào',
    'quận 3 cũ',
    'where is the old ward 5 district 3 now',
  ])('"%s" is one and nothing else', (text) => {
    expect(places.question(text)).toEqual({ rest: '' });
  });

  it.each([
    'quận 3',
    'tôi muốn làm giấy phép lao động ở quận 3',
    'nộp hồ sơ ở đâu',
    'xã tôi giờ nộp ở đâu',
    'giấy tờ cư trú xã Bến Nghé',
    'trợ cấp thất nghiệp ở Bình Dương cần giấy gì',
    'Tôi ở xã, bây giờ nộp hồ sơ ở đâu',
    'gia đình tôi giờ nộp hồ sơ ở đâu',
    'thương binh ba mươi mốt phần trăm giờ khám lại ở đâu',
  ])('"%s" is none', (text) => {
    expect(places.question(text)).toBeNull();
  });

  it('tells what else was asked, so that a procedure named in it is not passed over', () => {
    expect(places.question('phường 5 quận 3 cũ làm giấy phép lao động giờ nộp ở đâu')?.rest).toContain(
      'giay phep lao dong',
    );
  });

  it.each(['tune', 'report', 'blind'] as const)(
    'is no question of the %s part of the question set',
    (split) => {
      const taken = readQuestions(split).filter(({ text }) => places.question(text) !== null);
      expect(taken).toEqual([]);
    },
  );
});
