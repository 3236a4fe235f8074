import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldToGsm7, gsm7Length } from '../../../../bot/channels/hotline/gsm7.js';
import { continueSms, renderSms } from '../../../../bot/channels/hotline/sms-text.js';
import type { SmsSettings } from '../../../../bot/channels/hotline/sms-text.js';
import type { Card } from '../../../../bot/bot.js';
import { saying } from '../../../support/echo-bot.js';

const marked: SmsSettings = { marks: true, maxParts: 3, more: 'Nhắn XEM để đọc tiếp.' };
const plain: SmsSettings = { ...marked, marks: false };

const card: Card = {
  kind: 'procedure',
  title: 'Cấp giấy phép lao động',
  subtitle: null,
  notices: [],
  facts: [],
  sections: [],
  links: [],
  footer: null,
  brief: 'Cấp giấy phép lao động: 10 ngày làm việc, 7 loại giấy, nộp trực tuyến hoặc tại quầy.',
};

/** How many parts a carrier makes of a text: it fills them to the brim. */
const partsOf = (text: string): number => {
  const septets = gsm7Length(text);
  if (septets !== null) return septets <= 160 ? 1 : Math.ceil(septets / 153);
  return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
};
const whole = ({ parts }: { parts: string[] }): string => parts.join('');

describe('an answer as SMS', () => {
  it('goes out as it is when it is short', () => {
    const text = 'Mã phản ánh: PA-3M7K-HM4X. PIN: 4821.';
    expect(renderSms([saying(text)], marked)).toEqual({ parts: [text], rest: '' });
    expect(renderSms([], marked)).toEqual({ parts: [], rest: '' });
  });

  it('numbers the choices, so that a number can be the answer', () => {
    const suggestions = [
      { title: 'Cấp mới', value: 'procedure 1' },
      { title: 'Gia hạn', value: 'procedure 2' },
    ];
    const sms = renderSms([saying('Anh/chị cần việc nào?', { suggestions, expects: 'choice' })], marked);
    expect(whole(sms)).toBe('Anh/chị cần việc nào?\n1. Cấp mới\n2. Gia hạn');
  });

  it('folds to plain letters when the office sends without marks', () => {
    const sms = renderSms([saying('Đã nhận – “phản ánh” của anh/chị… 50.000₫ 🙏')], plain);
    expect(whole(sms)).toBe('Da nhan - "phan anh" cua anh/chi... 50.000d');
  });

  it('starts a long answer with the card’s one line and keeps the whole text for XEM', () => {
    const text = `${card.title}\n\n${'Thành phần hồ sơ: đơn theo mẫu. '.repeat(20)}`;
    const suggestions = [{ title: 'Mất bao lâu?', value: 'Mất bao lâu?' }];
    const sms = renderSms([saying(text, { card, suggestions })], marked);
    expect(whole(sms)).toBe(`${card.brief}\n${marked.more}`);
    expect(sms.rest.startsWith(card.title)).toBe(true);
    expect(sms.rest.endsWith('1. Mất bao lâu?')).toBe(true);
  });

  it('keeps what has to be chosen beside the card’s line', () => {
    const suggestions = [{ title: 'Có', value: 'có' }];
    const text = 'Rất dài. '.repeat(60);
    const sms = renderSms([saying(text, { card, suggestions, expects: 'choice' })], marked);
    expect(whole(sms)).toBe(`${card.brief}\n1. Có\n${marked.more}`);
  });

  it('says all of a long text in SMS of at most three parts, no word cut, none lost', () => {
    const letter = fc.constantFrom(
      ...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạềểễếệồổỗốộ0123456789.,:'),
    );
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 20 });
    const end = fc.constantFrom(' ', ' ', ' ', '\n');
    const settings = fc.constantFrom(marked, plain, { ...marked, maxParts: 1 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, end), { minLength: 1, maxLength: 300 }),
        settings,
        (words, setting) => {
          const text = words.flat().join('').trim();
          const hint = setting.marks ? setting.more : foldToGsm7(setting.more);
          const heard: string[] = [];
          let sms = renderSms([saying(text)], setting);
          for (;;) {
            expect(partsOf(whole(sms))).toBeLessThanOrEqual(setting.maxParts);
            heard.push(sms.rest === '' ? whole(sms) : whole(sms).slice(0, -hint.length).trimEnd());
            if (sms.rest === '') break;
            expect(whole(sms).endsWith(`\n${hint}`)).toBe(true);
            sms = continueSms(sms.rest, setting);
          }
          expect(heard.join(' ').split(/\s/)).toEqual((setting.marks ? text : foldToGsm7(text)).split(/\s/));
        },
      ),
    );
  });

  it('ends with a whole line where that wastes little', () => {
    const choices = Array.from({ length: 8 }, (_, index) => ({
      title: `Trường hợp thứ ${String(index)} của người xin`,
      value: '',
    }));
    const sms = renderSms([saying('Chọn một:', { suggestions: choices, expects: 'choice' })], marked);
    expect(whole(sms)).toMatch(/người xin\nNhắn XEM để đọc tiếp\.$/);
    expect(sms.rest).toMatch(/^\d\. Trường hợp/);
  });

  it('cuts only a word longer than a part, and never a pair of code units', () => {
    const sms = renderSms([saying('😀'.repeat(200))], marked);
    expect(partsOf(whole(sms))).toBeLessThanOrEqual(3);
    for (const part of sms.parts) expect(Buffer.from(part).toString()).toBe(part);
    expect(Buffer.from(sms.rest).toString()).toBe(sms.rest);
  });

  it('counts the signs that take two places without marks', () => {
    const sms = renderSms([saying('[€] '.repeat(60))], { ...plain, marks: true, more: 'XEM' });
    expect(partsOf(whole(sms))).toBeLessThanOrEqual(3);
    expect(gsm7Length('[€]')).toBe(6);
    expect(gsm7Length('ă')).toBeNull();
  });

  it('spends nothing on zero-width characters, double blanks and empty lines', () => {
    expect(whole(renderSms([saying('một\u200b  hai \n\n\n ba ')], marked))).toBe('một hai\nba');
  });
});
