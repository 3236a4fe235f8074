import { describe, expect, it } from 'vitest';
import { counterLines, hoursText } from '../../../data/answers/counter-lines.js';
import { loadTexts } from '../../../data/load-texts.js';
import { OfficeProfile } from '../../../data/office/office-profile.js';
import { answered, startConversation, textOf } from '../../support/conversation.js';

const { vi, en } = loadTexts();
const daily = [
  { from: '07:30', to: '11:30' },
  { from: '13:00', to: '17:00' },
];
const morning = [{ from: '07:30', to: '11:30' }];
const counter = {
  name: 'Trung tâm Phục vụ hành chính công',
  address: '1 Đường Mẫu',
  phone: '0258 000 000',
  hours: { '1': daily, '2': daily, '3': daily, '4': daily, '5': daily, '6': morning },
};

describe('opening hours in words', () => {
  it('join days in a row that have the same hours', () => {
    expect(hoursText(counter.hours, vi)).toBe(
      'thứ Hai – thứ Sáu 07:30–11:30, 13:00–17:00; thứ Bảy 07:30–11:30',
    );
    expect(hoursText({ '1': morning, '3': morning }, en)).toBe('Monday 07:30–11:30; Wednesday 07:30–11:30');
    expect(hoursText({ '1': [] }, vi)).toBe('');
  });
});

describe('where to collect the result', () => {
  const PERMIT = 'thủ tục cấp giấy phép lao động cho người nước ngoài';

  it('is the counter with address, hours and phone, and what to bring', async () => {
    const citizen = startConversation({ office: { counters: [counter] } });
    await answered(citizen, PERMIT);
    const text = textOf(await citizen.say('nhận kết quả ở đâu'));
    for (const part of ['1 Đường Mẫu', 'thứ Bảy 07:30–11:30', '0258 000 000', 'mang theo giấy hẹn'])
      expect(text).toContain(part);
  });

  it('is said to be unknown where the office has not set it', async () => {
    const citizen = startConversation();
    expect(textOf(await answered(citizen, PERMIT))).toContain('giờ mở cửa của quầy: chưa cấu hình');
  });

  it('leaves out what a counter does not have', () => {
    const office = OfficeProfile.parse({ name: 'Sở', counters: [{ ...counter, phone: null, hours: {} }] });
    expect(counterLines(office, vi)).toEqual([{ text: 'Trung tâm Phục vụ hành chính công, 1 Đường Mẫu' }]);
  });
});
