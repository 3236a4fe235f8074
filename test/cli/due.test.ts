import { describe, expect, it } from 'vitest';
import { motcuaHere } from '../support/motcua.js';

const FILED = ['--filed', '2026-11-20T15:40'];

describe('motcua due', () => {
  it('prints the date and the sum', async () => {
    const { code, out } = await motcuaHere(['due', '1.014199', ...FILED]);
    expect(code).toBe(0);
    expect(out).toContain('Hẹn trả: thứ Hai 07/12/2026\n');
    expect(out).toContain(
      'Nộp thứ Sáu 20/11/2026: ngày thứ 1 là thứ Hai 23/11, 10 ngày làm việc, trừ 24/11 (Ngày Văn hóa Việt Nam) và các ngày nghỉ → hẹn trả thứ Hai 07/12/2026.',
    );
    expect(out).toContain('23/11/2026 chưa có lịch chính thức');
  });

  it('prints one JSON object', async () => {
    const { out } = await motcuaHere(['due', '1.014199', ...FILED, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      dueDate: '2026-12-07',
      dueTime: null,
      code: '1.014199',
      filed: '2026-11-20T15:40',
      limits: [
        { by: 'law', value: 10, unit: 'workingDay', dueDate: '2026-12-07' },
        { by: 'law', outcome: 'Khi từ chối', dueDate: '2026-11-26' },
      ],
    });
  });

  it.each([
    [['--cut-off', 'all'], '2026-12-08'],
    [['--cut-off', 'sameDay'], '2026-12-07'],
  ])('takes %j', async (more, dueDate) => {
    const { out } = await motcuaHere(['due', '1.014199', ...FILED, '--json', ...more]);
    expect(JSON.parse(out)).toMatchObject({ dueDate });
  });

  it('counts from now when no time of filing is given', async () => {
    const clock = { now: () => new Date('2026-08-28T01:00:00.000Z') };
    const { out } = await motcuaHere(['due', '1.014199', '--json'], { clock });
    expect(JSON.parse(out)).toMatchObject({ filed: '2026-08-28T08:00', dueDate: '2026-09-16' });
  });

  it('reads the time as Vietnamese forms write it, and a day alone as its morning', async () => {
    const evening = await motcuaHere(['due', '1.014199', '--filed', '20/11/2026 17:30', '--json']);
    expect(JSON.parse(evening.out)).toMatchObject({ filed: '2026-11-20T17:30', dueDate: '2026-12-08' });
    const morning = await motcuaHere(['due', '1.014199', '--filed', '20/11/2026', '--json']);
    expect(JSON.parse(morning.out)).toMatchObject({ dueDate: '2026-12-07' });
  });

  it('says when the law sets no limit', async () => {
    const { code, out } = await motcuaHere(['due', '1.004941', ...FILED]);
    expect(code).toBe(0);
    expect(out).toContain('Luật không ấn định thời hạn');
    const json = await motcuaHere(['due', '1.004941', ...FILED, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ dueDate: null, reason: 'notSetByLaw' });
  });

  it.each([
    [['abc'], 2, 'Cần đúng một mã thủ tục'],
    [[], 2, 'Cần đúng một mã thủ tục'],
    [['9.999999'], 1, 'Không có thủ tục mã 9.999999'],
    [['1.014199', '--filed', '31/02/2026'], 2, '--filed không phải là ngày giờ có thật'],
    [['1.014199', '--filed', '2026-11-20T25:00'], 2, '--filed không phải là ngày giờ có thật'],
    [['1.014199', '--cut-off', 'never'], 2, 'all hoặc sameDay'],
  ])('answers %j with exit code %i', async (args, exit, sentence) => {
    const { code, err } = await motcuaHere(['due', ...args]);
    expect(code).toBe(exit);
    expect(err).toContain(sentence);
  });
});
