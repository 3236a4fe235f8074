import { describe, expect, it } from 'vitest';
import { dayOf, timeOf } from '../../../data/calendar/day.js';
import { readSaidMoment } from '../../../data/calendar/said-moment.js';

/** Friday 20/11/2026, 09:00. */
const NOW = new Date('2026-11-20T02:00:00Z');
const read = (text: string): string | null => {
  const said = readSaidMoment(text, NOW);
  return said && `${dayOf(said.at)} ${timeOf(said.at)}`;
};

describe('a day in what a citizen wrote', () => {
  it.each([
    ['nếu tôi nộp ngày 30/11 thì bao giờ có', '2026-11-30 00:00'],
    ['nop 5-12 thi khi nao xong', '2026-12-05 00:00'],
    ['nộp ngày 05.01.2027', '2027-01-05 00:00'],
    ['nộp ngày 5/1 thì bao giờ có', '2027-01-05 00:00'],
    ['nộp hôm 2/11', '2026-11-02 00:00'],
    ['nộp ngày 30 tháng 11', '2026-11-30 00:00'],
    ['mùng 2 tháng 2 năm 2027', '2027-02-02 00:00'],
    ['bao giờ có nếu nộp hôm nay', '2026-11-20 09:00'],
    ['bay gio nop thi bao gio co', '2026-11-20 09:00'],
    ['mai nộp', '2026-11-21 00:00'],
    ['chiều mai nộp', '2026-11-21 00:00'],
    ['ngày kia nộp', '2026-11-22 00:00'],
    ['thứ hai nộp', '2026-11-23 00:00'],
    ['thứ 6 nộp', '2026-11-27 00:00'],
    ['thứ ba tuần sau', '2026-11-24 00:00'],
    ['thứ sáu tuần tới', '2026-11-27 00:00'],
    ['chủ nhật nộp trực tuyến', '2026-11-22 00:00'],
    ['nộp lúc 15h40 hôm nay', '2026-11-20 15:40'],
    ['3 giờ chiều mai nộp', '2026-11-21 15:00'],
    ['mai nộp lúc 4 giờ chiều', '2026-11-21 16:00'],
    ['if I file tomorrow', '2026-11-21 00:00'],
    ['if I file on 30 November', '2026-11-30 00:00'],
    ['if I file on Monday', '2026-11-23 00:00'],
  ])('"%s" is %s', (text, moment) => {
    expect(read(text)).toBe(moment);
  });

  it.each(['bao giờ có', 'nộp ngày 31/11', 'nghị định 219/2025/NĐ-CP', 'tuần sau nộp', 'nộp 2 bản sao', ''])(
    'is not in "%s"',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('leaves the other words', () => {
    expect(readSaidMoment('Giấy phép lao động nộp ngày 30/11 lúc 8 giờ', NOW)?.rest).toBe(
      'giay phep lao dong nop',
    );
  });
});
