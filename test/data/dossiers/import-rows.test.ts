import { describe, expect, it } from 'vitest';
import { createRowReader } from '../../../data/dossiers/import-rows.js';
import type { ImportedRow } from '../../../data/dossiers/import-rows.js';

const rules = {
  readCode: (typed: string) => (typed.startsWith('H56') ? typed.toUpperCase() : null),
  procedureName: (code: string) => (code === '1.014196' ? 'Cấp giấy phép lao động' : null),
  today: '2026-11-22',
};

const HEADER = [
  'Mã hồ sơ',
  'Mã thủ tục',
  'Tên thủ tục',
  'Trạng thái',
  'Ngày tiếp nhận',
  'Ngày hẹn trả',
  'SĐT',
  'Số CCCD',
];
const GOOD = ['H56-1', '1.014196', '', '4', '01/11/2026', '20/11/2026', '0912 345 678', '038201000123'];

const read = (rows: unknown[][], header: unknown[] = HEADER): ImportedRow[] => {
  const reader = createRowReader(header, rules);
  if (!reader.ok) throw new Error(reader.problems.join(' '));
  return rows.map((row, index) => reader.read(index + 2, row));
};

const row = (changes: Record<number, unknown>): unknown[] =>
  GOOD.map((cell, index) => changes[index] ?? cell);
const problemsOf = (cells: unknown[]): string[] => {
  const [result] = read([cells]);
  return result?.kind === 'problems' ? result.problems : [];
};

describe('a list of dossiers', () => {
  it('becomes drafts that keep only the last four of phone and identity number', () => {
    expect(read([GOOD])).toEqual([
      {
        line: 2,
        kind: 'dossier',
        draft: {
          code: 'H56-1',
          procedureCode: '1.014196',
          procedureName: 'Cấp giấy phép lao động',
          status: 'processing',
          receivedAt: '2026-10-31T17:00:00.000Z',
          dueDate: '2026-11-20',
          unit: null,
          requested: null,
          phoneLast4: '5678',
          identityLast4: '0123',
        },
      },
    ]);
  });

  it('is understood without marks, in capitals and with other systems’ headings', () => {
    const header = ['SO BIEN NHAN', 'Ten TTHC', 'tinh trang ho so', 'ngay nop', 'Ghi chú'];
    const reader = createRowReader(header, rules);
    expect(reader).toMatchObject({ ok: true, ignored: ['Ghi chú'] });
    expect(read([['H56-1', 'Việc gì đó', 'Đang xử lý', '2026-11-01']], header)[0]?.kind).toBe('dossier');
  });

  it('is refused whole when a needed column is missing, with its name', () => {
    expect(createRowReader(['Mã hồ sơ', 'Ghi chú'], rules)).toEqual({
      ok: false,
      problems: [
        'Thiếu cột "Trạng thái".',
        'Thiếu cột "Ngày tiếp nhận".',
        'Thiếu cột "Tên thủ tục" hoặc "Mã thủ tục".',
      ],
    });
  });

  it('is refused when two columns say the same', () => {
    const reader = createRowReader([...HEADER, 'Điện thoại'], rules);
    expect(reader).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('"SĐT" và cột "Điện thoại"')],
    });
  });

  it('goes on after bad rows and passes over empty ones', () => {
    const kinds = read([row({ 0: 'x' }), ['', null, '  '], GOOD]).map(({ line, kind }) => [line, kind]);
    expect(kinds).toEqual([
      [2, 'problems'],
      [3, 'empty'],
      [4, 'dossier'],
    ]);
  });

  it('takes the first of two rows with the same code', () => {
    const [first, second] = read([GOOD, row({ 0: 'h56-1'.toUpperCase() })]);
    expect(first?.kind).toBe('dossier');
    expect(second).toMatchObject({
      problems: ['dòng 3, cột Mã hồ sơ: H56-1 đã có ở dòng 2. Dòng 2 được dùng.'],
    });
  });
});

describe('a problem in a row', () => {
  it.each([
    [0, 'không có', 'dòng 2, cột Mã hồ sơ: "không có" không phải là mã hồ sơ'],
    [1, '14196', 'cột Mã thủ tục: "14196" không phải là mã thủ tục'],
    [3, 'Sắp xong', 'cột Trạng thái: "Sắp xong" không thuộc mười trạng thái: 1 Mới đăng ký,'],
    [3, '11', 'cột Trạng thái'],
    [3, '4 - Đã trả kết quả', 'cột Trạng thái'],
    [4, '31/02/2026', 'cột Ngày tiếp nhận: "31/02/2026" không phải là ngày có thật'],
    [4, '23/11/2026', 'cột Ngày tiếp nhận: 23/11/2026 ở sau hôm nay (22/11/2026)'],
    [5, '31/10/2026', 'cột Ngày hẹn trả: 31/10/2026 ở trước ngày nhận (01/11/2026)'],
    [5, '20/11/26', 'cột Ngày hẹn trả: "20/11/26" không phải là ngày có thật'],
  ])('in column %i (%s) is said in one sentence', (column, cell, sentence) => {
    expect(problemsOf(row({ [column]: cell })).join()).toContain(sentence);
  });

  it('never repeats a phone or identity number', () => {
    const problems = problemsOf(row({ 6: '12a', 7: '7x' }));
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toMatch(/12a|7x/);
  });

  it('does not hide the others of the same row', () => {
    expect(problemsOf(row({ 0: '?', 3: '?', 4: '?' }))).toHaveLength(3);
  });

  it('is a missing name where the code is not in the catalogue', () => {
    expect(problemsOf(row({ 1: '9.999999' }))[0]).toContain('Hãy ghi tên thủ tục');
  });
});

describe('dates and statuses', () => {
  it.each([
    ['1/11/2026', '2026-10-31T17:00:00.000Z'],
    ['01-11-2026 09:30', '2026-11-01T02:30:00.000Z'],
    ['2026-11-01', '2026-10-31T17:00:00.000Z'],
    ['2026-11-01 09:30:15', '2026-11-01T02:30:00.000Z'],
    [new Date('2026-11-01T09:30:00Z'), '2026-11-01T02:30:00.000Z'],
    [46327, '2026-10-31T17:00:00.000Z'],
    ['46327', '2026-10-31T17:00:00.000Z'],
  ])('%s is read as the office means it', (cell, receivedAt) => {
    expect(read([row({ 4: cell })])).toMatchObject([{ draft: { receivedAt } }]);
  });

  it.each([new Date(Number.NaN), 12, '2026', '99999'])('%s is no date', (cell) => {
    expect(problemsOf(row({ 4: cell }))[0]).toContain('Ngày tiếp nhận');
  });

  it.each([10, '10', '10. Đã trả kết quả', 'ĐÃ TRẢ KẾT QUẢ', 'da tra ket qua'])(
    '%s is "returned"',
    (cell) => {
      expect(read([row({ 3: cell })])).toMatchObject([{ draft: { status: 'returned' } }]);
    },
  );
});
