import { describe, expect, it } from 'vitest';
import { tellingPart } from '../../../data/language/telling-part.js';

const letter = [
  'Kính gửi Ủy ban nhân dân xã.',
  'Tôi tên là Nguyễn Văn A, sinh năm 1960.',
  'Gia đình tôi sống ở xóm 5 đã ba đời, ruộng vườn ít, mưa nắng thất thường, năm nào cũng vất vả. '.repeat(4),
  'Nay tôi muốn hỏi thủ tục xin trợ cấp cho con bị khuyết tật cần giấy tờ gì?',
  'Xin cảm ơn.',
].join('\n');

describe('the telling part of a long text', () => {
  it('keeps the sentence that asks and drops greetings', () => {
    const part = tellingPart(letter);
    expect(part).toContain('thủ tục xin trợ cấp cho con bị khuyết tật');
    expect(part).not.toContain('Kính gửi');
    expect(part.length).toBeLessThan(letter.length);
  });

  it('leaves a question as it is', () => {
    expect(tellingPart('làm giấy khuyết tật ở đâu')).toBe('làm giấy khuyết tật ở đâu');
  });
});
