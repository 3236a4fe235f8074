import { describe, expect, it } from 'vitest';
import { dueDateText } from '../../../../data/answers/due/due-date-text.js';
import { promisedLines } from '../../../../data/answers/due/promised-dates-text.js';
import { momentAt } from '../../../../data/calendar/day.js';
import { dueDate } from '../../../../data/calendar/due-date.js';
import { loadCatalogue } from '../../../../data/load-dataset.js';
import { loadTexts } from '../../../../data/load-texts.js';
import { OfficeProfile } from '../../../../data/office/office-profile.js';
import { promisedDates } from '../../../../data/procedures/promised-dates.js';
import type { Duration } from '../../../../data/procedures/processing-time.js';
import { dueDateRules } from '../../../support/office-due-dates.js';

const { vi, en } = loadTexts();
const catalogue = loadCatalogue();

const sum = (day: string, limit: Duration, say = vi, time = '09:00', cutOff?: 'all') => {
  const rules = dueDateRules(cutOff && { cutOff: { hour: '15:00', appliesTo: cutOff } });
  return dueDateText(dueDate(momentAt(day, time), limit, rules), limit, say);
};

describe('the sum in words', () => {
  it('is that of the work permit filed on Friday 20/11/2026', () => {
    expect(sum('2026-11-20', { value: 10, unit: 'workingDay' })).toEqual([
      'Nộp thứ Sáu 20/11/2026: ngày thứ 1 là thứ Hai 23/11, 10 ngày làm việc, trừ 24/11 (Ngày Văn hóa Việt Nam) và các ngày nghỉ → hẹn trả thứ Hai 07/12/2026.',
      'Ngày thứ Hai 23/11/2026 chưa có lịch chính thức nên ngày hẹn có thể thay đổi.',
    ]);
  });

  it('says from which day it counts after the cut-off, and why', () => {
    const [said] = sum('2026-11-20', { value: 10, unit: 'workingDay' }, vi, '15:40', 'all');
    expect(said).toContain('20/11/2026 lúc 15:40 (quá giờ nhận, tính như nộp thứ Hai 23/11/2026)');
    expect(said).toContain('ngày thứ 1 là thứ Tư 25/11');
    expect(said).toContain('hẹn trả thứ Ba 08/12/2026');
  });

  it('counts days off in calendar days and moves the end', () => {
    expect(sum('2026-11-19', { value: 5, unit: 'day' })).toEqual([
      'Nộp thứ Năm 19/11/2026: ngày thứ 1 là thứ Sáu 20/11, 5 ngày tính cả ngày nghỉ → hẹn trả thứ Tư 25/11/2026.',
      'Hạn rơi vào thứ Ba 24/11/2026 là ngày nghỉ nên lùi sang ngày làm việc tiếp theo.',
    ]);
  });

  it('says when hours start and end, and which Saturday is worked', () => {
    expect(sum('2026-08-21', { value: 12, unit: 'hour' })).toEqual([
      'Nộp thứ Sáu 21/08/2026: tính từ 09:00 thứ Sáu 21/08, 12 giờ trong giờ làm việc, kể cả 22/08 (Làm bù cho ngày 31/08) → hẹn trả 14:30 thứ Bảy 22/08/2026.',
    ]);
  });

  it('says of a year without a plan once that it has none', () => {
    expect(sum('2027-03-01', { value: 10, unit: 'workingDay' }).at(-1)).toBe(
      'Từ 01/03/2027 đến 15/03/2027 có ngày chưa có lịch chính thức nên ngày hẹn có thể thay đổi.',
    );
  });

  it('is the same in English', () => {
    expect(sum('2026-11-20', { value: 1, unit: 'hour' }, en)).toEqual([
      'Filed on Friday 20/11/2026: counted from 09:00 Friday 20/11, 1 hour of office hours → due at 10:00 Friday 20/11/2026.',
    ]);
  });
});

describe('the dates a procedure promises', () => {
  const promised = (code: string, local: OfficeProfile['local'] = []) => {
    const procedure = catalogue.find(code);
    if (!procedure) throw new Error(code);
    const office = OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu', local });
    const dates = promisedDates(procedure, {}, momentAt('2026-11-20', '09:00'), {
      office,
      dueDates: dueDateRules({ local }),
    });
    return {
      dates,
      lines: dates.known ? promisedLines(dates.dates, { procedure, answers: {}, say: vi, locale: 'vi' }) : [],
    };
  };

  it("are the office's own and the law's, side by side, the office's first", () => {
    const { lines } = promised('1.014199', [
      { procedure: '1.014199', time: { value: 6, unit: 'workingDay' }, fee: null, decision: 'QĐ 12/QĐ-UBND' },
    ]);
    expect(lines.map(({ text }) => text)).toEqual([
      'Theo QĐ 12/QĐ-UBND (6 ngày làm việc): hẹn trả thứ Ba 01/12/2026',
      'Theo luật (10 ngày làm việc): hẹn trả thứ Hai 07/12/2026',
      'Theo luật · Khi từ chối (3 ngày làm việc): hẹn trả thứ Năm 26/11/2026',
      'Ngày thứ Hai 23/11/2026 chưa có lịch chính thức nên ngày hẹn có thể thay đổi.',
    ]);
  });

  it('are none where the law sets no limit', () => {
    expect(promised('1.004941').dates).toEqual({ known: false, reason: 'notSetByLaw' });
  });
});
