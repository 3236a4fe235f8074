import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../data/dossiers/dossier.js';
import { askedAgain, readLateNotice } from '../../data/dossiers/lateness/late-notice.js';
import type { Store } from '../../data/store.js';
import { createMemoryStore } from '../support/memory-store.js';
import { motcuaHere } from '../support/motcua.js';
import { aDossier } from '../support/office-records.js';

/** Thursday 19/11/2026. The next working days are 20, 23 and 25/11. */
const clock = { now: () => new Date('2026-11-19T03:00:00.000Z') };
const codeOf = (serial: number): string => `000.00.12.H56-261101-${String(serial).padStart(4, '0')}`;
const CODE = codeOf(1);

const storeOf = async (...dossiers: Partial<Dossier>[]): Promise<Store> => {
  const store = createMemoryStore();
  await store.commit(
    dossiers.map((changes, index) => ({
      kind: 'dossier',
      record: aDossier({ code: codeOf(index + 1), movedAt: '2026-11-16T02:00:00.000Z', ...changes }),
    })),
  );
  return store;
};
const apologising = (store: Store, more: string[] = []) => {
  const out = join(mkdtempSync(join(tmpdir(), 'motcua-')), 'thu.html');
  const args = ['--reason', 'Chờ ý kiến <Sở Y tế>', '--new-date', '27/11/2026', '--out', out];
  return motcuaHere(['apologise', CODE, ...args, ...more], { store, clock }).then((ran) => ({
    ...ran,
    file: out,
  }));
};

describe('motcua today', () => {
  it('lists what is late, what will be, what waits and what stands still, the most pressing first', async () => {
    const store = await storeOf(
      { dueDate: '2026-12-31' },
      { dueDate: '2026-11-23' },
      { dueDate: '2026-11-20' },
      { dueDate: '2026-11-18' },
      { status: 'supplementRequested', requested: 'Giấy khám sức khoẻ', dueDate: '2026-11-18' },
      { dueDate: '2026-12-31', movedAt: '2026-11-01T02:00:00.000Z' },
      { status: 'returned', dueDate: '2026-11-18' },
      { dueDate: '2026-11-25' },
    );
    await store.commit([askedAgain(null, { code: codeOf(4), missed: '2026-11-18', at: clock.now() })]);
    const { out } = await motcuaHere(['today', '--json'], { store, clock });
    const items = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string; code: string; asked: object | null });
    expect(items.map(({ kind, code }) => [kind, code])).toEqual([
      ['overdue', codeOf(4)],
      ['dueNext', codeOf(3)],
      ['dueSoon', codeOf(2)],
      ['waiting', codeOf(5)],
      ['stuck', codeOf(6)],
    ]);
    expect(items[0]?.asked).toMatchObject({ times: 1 });
    const plain = await motcuaHere(['today'], { store, clock });
    expect(plain.out).toContain('Quá hạn, chưa xin lỗi');
    expect(plain.out).toContain('NGƯỜI NỘP ĐÃ HỎI 1 lần');
  });

  it('says so when there is nothing', async () => {
    expect((await motcuaHere(['today'], { clock })).out).toBe(
      'Ngày 19/11/2026: không có hồ sơ nào cần chú ý.\n',
    );
  });
});

describe('motcua apologise', () => {
  it('keeps the apology, clears the notice, and writes the letter to print', async () => {
    const store = await storeOf({ dueDate: '2026-11-18' });
    await store.commit([askedAgain(null, { code: CODE, missed: '2026-11-18', at: clock.now() })]);
    const { code, out, err, file } = await apologising(store, ['--name', 'Bà Mẫu']);
    expect([code, err]).toEqual([0, 'Lưu ý: theo quy định của cơ quan, lời xin lỗi này đã chậm.\n']);
    expect(out).toContain(`${CODE}: đã xin lỗi, hẹn mới 27/11/2026.`);
    const kept = await store.dossiers.find(CODE);
    expect(kept?.apologies).toEqual([
      {
        at: '2026-11-19T03:00:00.000Z',
        by: 'cli:test',
        reason: 'Chờ ý kiến <Sở Y tế>',
        missed: '2026-11-18',
        newDate: '2026-11-27',
      },
    ]);
    expect(JSON.stringify(kept)).not.toContain('Bà Mẫu');
    expect(await readLateNotice(store.state, CODE)).toBeNull();
    const letter = readFileSync(file, 'utf8');
    for (const part of [
      'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
      'Kính gửi: Bà Mẫu',
      CODE,
      'Cấp giấy phép lao động',
      'Đang xử lý',
      'Chờ ý kiến &lt;Sở Y tế&gt;',
      '27/11/2026',
    ])
      expect(letter).toContain(part);
    expect(letter).not.toContain('5678');
    expect((await motcuaHere(['today'], { store, clock })).out).toContain('không có hồ sơ nào cần chú ý');
  });

  it('is in time until the day before the promised one', async () => {
    const { err } = await apologising(await storeOf({ dueDate: '2026-11-20' }));
    expect(err).toBe('');
    const late = await apologising(await storeOf({ dueDate: '2026-11-19' }));
    expect(late.err).toContain('đã chậm');
  });

  it('is given once, unless the office allows more', async () => {
    const store = await storeOf({ dueDate: '2026-11-18' });
    await apologising(store);
    const again = await apologising(store, ['--new-date', '2026-12-04']);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('đủ số lần') as string });
    expect((await store.dossiers.find(CODE))?.apologies).toHaveLength(1);
  });

  it.each([
    [{ dueDate: '2026-11-30' }, 'phải ở sau ngày hẹn cũ'],
    [{ dueDate: null }, 'không có ngày hẹn'],
    [{ dueDate: '2026-11-18', status: 'finished' as const }, 'không ở bước đang giải quyết'],
  ])('of %j is refused: %s', async (changes, sentence) => {
    const store = await storeOf(changes);
    expect(await apologising(store)).toMatchObject({
      code: 1,
      err: expect.stringContaining(sentence) as string,
    });
    expect((await store.dossiers.find(CODE))?.version).toBe(1);
  });

  it('takes no day off for a new day, and no code that is not known', async () => {
    const store = await storeOf({ dueDate: '2026-11-18' });
    expect((await apologising(store, ['--new-date', '24/11/2026'])).err).toContain('ngày nghỉ');
    expect((await apologising(createMemoryStore())).err).toContain('không có hồ sơ này');
    expect((await motcuaHere(['apologise', 'abc', '--reason', 'x', '--new-date', '2026-11-27'])).code).toBe(
      2,
    );
    expect((await motcuaHere(['apologise', CODE, '--new-date', '2026-11-27'])).err).toContain('--reason');
  });
});
