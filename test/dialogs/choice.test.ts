import { describe, expect, it } from 'vitest';
import { readChoice } from '../../dialogs/choice.js';

const documents = [
  { value: 'self', title: 'Tôi nộp cho tôi' },
  { value: 'parent', title: 'Nộp thay cha mẹ' },
  { value: 'child', title: 'Nộp thay con' },
];

describe('reading a choice', () => {
  it.each([
    ['2', 'parent'],
    ['số 2', 'parent'],
    ['chọn 3', 'child'],
    ['2.', 'parent'],
    ['Nộp thay cha mẹ', 'parent'],
    ['nop thay cha me', 'parent'],
    ['cha mẹ', 'parent'],
    ['cái đầu tiên', 'self'],
    ['thứ hai', 'parent'],
    ['dạ nộp thay con ạ', 'child'],
    ['Nộp thay con'.normalize('NFD'), 'child'],
  ])('understands "%s" as %s', (typed, value) => {
    expect(readChoice(typed, documents)).toBe(value);
  });

  it.each(['nhà tôi ở số 2 ngõ 5', 'nộp thay', '4', '0', '', '?', 'tôi không biết', '2 3'])(
    'chooses nothing for "%s"',
    (typed) => {
      expect(readChoice(typed, documents)).toBeNull();
    },
  );
});
