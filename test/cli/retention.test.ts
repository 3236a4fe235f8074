import { describe, expect, it } from 'vitest';
import type { Store } from '../../data/store.js';
import { activityChange, listOf, questionChange, receiptChange } from '../data/storage/records.js';
import { createMemoryStore } from '../support/memory-store.js';
import { motcuaHere } from '../support/motcua.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
/** Ninety-one days after the records. */
const clock = { now: () => new Date('2027-02-04T03:00:00.000Z') };

const storeOf = async (): Promise<Store> => {
  const store = createMemoryStore();
  await store.commit([
    activityChange('c1', 1),
    activityChange('c2', 1, { at: '2026-11-06T03:00:00.000Z' }),
    receiptChange({ status: 'done', message: null, leaseUntil: null }),
    questionChange(),
  ]);
  return store;
};

const rowsOf = (out: string): string[][] =>
  out
    .split('\n')
    .filter((line) => /^\S.* {2}/.test(line))
    .map((line) => line.split(/ {2,}/));

describe('motcua retention', () => {
  it('shows with --dry-run what would go, and changes nothing', async () => {
    const store = await storeOf();
    const before = await listOf(store.snapshot());
    const { code, out } = await motcuaHere(['retention', '--dry-run'], { store, clock });
    expect(code).toBe(0);
    expect(rowsOf(out)).toEqual([
      ['Loại', 'Thời hạn', 'Sẽ xoá', 'Cũ nhất'],
      ['Phản ánh đã đóng', 'chưa đặt, giữ lại', '0'],
      ['Phiếu khảo sát', 'chưa đặt, giữ lại', '0'],
      ['Hồ sơ đã xong', 'chưa đặt, giữ lại', '0'],
      ['Cuộc trò chuyện', '90 ngày', '1', '05/11/2026'],
      ['Dấu đã nhận tin nhắn', '30 ngày', '1', '05/11/2026'],
      ['Câu hỏi chưa trả lời được', '365 ngày', '0'],
      ['Câu trả lời về thủ tục', '730 ngày', '0'],
      ['Nhật ký thao tác', 'chưa đặt, giữ lại', '0'],
    ]);
    expect(await listOf(store.snapshot())).toEqual(before);
  });

  it('erases what is due, says so, and notes who did it with counts only', async () => {
    const store = await storeOf();
    const { code, out } = await motcuaHere(['retention'], { store, clock });
    expect(code).toBe(0);
    expect(out).toContain('Đã xoá');
    expect(await store.activities.since('c1', 0)).toEqual([]);
    expect(await store.activities.since('c2', 0)).toHaveLength(1);
    expect(await store.receipts.find('sms:1')).toBeNull();
    expect(await listOf(store.audit.stream(EVER))).toMatchObject([
      {
        actor: 'cli:test',
        action: 'retention.sweep',
        details: {
          on: '2027-02-04',
          erased: { conversation: { count: 1, days: 90 }, receipt: { count: 1, days: 30 } },
        },
      },
    ]);
  });

  it('looks ahead to a later day only when it is tried', async () => {
    const store = await storeOf();
    const tried = await motcuaHere(['retention', '--dry-run', '--on', '05/11/2027', '--json'], {
      store,
      clock,
    });
    expect(tried.out).toContain('{"of":"question","days":365,"count":0,"oldest":null}');
    const later = await motcuaHere(['retention', '--dry-run', '--on', '06/11/2027', '--json'], {
      store,
      clock,
    });
    expect(later.out).toContain('{"of":"question","days":365,"count":1,"oldest":"2026-11-05T03:00:00.000Z"}');
    const before = await listOf(store.snapshot());
    const real = await motcuaHere(['retention', '--on', '05/02/2027'], { store, clock });
    expect(real.code).toBe(2);
    expect(real.err).toContain('--dry-run');
    expect(await listOf(store.snapshot())).toEqual(before);
  });

  it('takes less by an earlier day', async () => {
    const store = await storeOf();
    await motcuaHere(['retention', '--on', '2027-02-03'], { store, clock });
    expect(await store.activities.since('c1', 0)).toHaveLength(1);
  });
});
