import { describe, expect, it } from 'vitest';
import { expandPhrase } from '../../../data/understanding/phrase-classes.js';

const classes = { nước: ['nhật', 'hàn'], nghề: ['kỹ sư', 'thợ'] };

describe('kinds of words in a phrase', () => {
  it('are written out, every combination once', () => {
    expect(expandPhrase('{nghề} người {nước}', classes)).toEqual([
      'kỹ sư người nhật',
      'kỹ sư người hàn',
      'thợ người nhật',
      'thợ người hàn',
    ]);
  });

  it('must be known', () => {
    expect(() => expandPhrase('kỹ sư {quốc gia}', classes)).toThrow(RangeError);
  });
});
