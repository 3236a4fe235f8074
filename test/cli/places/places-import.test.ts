import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { PlaceTable } from '../../../data/places/place-table.js';
import { motcua } from '../../support/motcua.js';

const folder = mkdtempSync(join(tmpdir(), 'motcua-places-import-'));
const env = { DATA_DIR: folder };

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const HEADER = ['Tỉnh cũ', 'Huyện cũ', 'Xã cũ', 'Xã mới', 'Trụ sở'];
const ROWS = [
  ['Tỉnh Hà Giang', 'Huyện Đồng Văn', 'Thị trấn Đồng Văn', 'Xã Đồng Văn', ''],
  ['tinh ha giang', 'Huyện Đồng Văn', 'Xã Tả Lủng', 'Xã Đồng Văn', 'Tổ 3, thị trấn Đồng Văn cũ'],
  ['Tỉnh Hà Giang', 'Huyện Đồng Văn', 'Xã Tả Lủng', 'Xã Sà Phìn', ''],
];

const file = (name: string, rows: string[][], separator = ';'): string => {
  const path = join(folder, name);
  const lines = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(separator));
  writeFileSync(path, `\uFEFF${lines.join('\r\n')}\r\n`);
  return path;
};

const imported = (path: string, ...more: string[]) =>
  motcua(
    [
      'places',
      'import',
      path,
      '--province',
      'tỉnh Tuyên Quang',
      '--resolution',
      'Nghị quyết 1684/NQ-UBTVQH15',
      '--resolved-on',
      '16/06/2025',
      '--source',
      'https://tuyenquang.example.vn/sap-xep',
      ...more,
    ],
    { env },
  );

describe('motcua places import', () => {
  it('checks, then keeps a table that the phone desk finds at once', async () => {
    const list = file('danh-sach.csv', [['Danh sách sắp xếp'], HEADER, ...ROWS]);
    const tried = await imported(list, '--dry-run');
    expect(tried.out.toString()).toContain(
      'Tỉnh Tuyên Quang: 2 phường, xã cũ thành 2 phường, xã, đặc khu mới.',
    );
    expect(tried.err).toContain('tỉnh này có 124 đơn vị');
    const before = await motcua(['place', 'xã Tả Lủng, Hà Giang'], { env });
    expect(before.out.toString()).toContain('chưa có bảng phường, xã của Tỉnh Tuyên Quang');

    const kept = await imported(list);
    expect(kept.code).toBe(0);
    const table = PlaceTable.parse(
      JSON.parse(readFileSync(join(folder, 'places', 'tinh-tuyen-quang.json'), 'utf8')),
    );
    expect(table).toMatchObject({ resolvedOn: '2025-06-16', inForce: '2025-07-01', counts: null });
    const after = await motcua(['place', 'xa ta lung', 'ha giang'], { env });
    expect(after.out.toString()).toContain('chia về 2 nơi: Xã Đồng Văn, Xã Sà Phìn');
    expect(after.out.toString()).toContain('Nguồn: https://tuyenquang.example.vn/sap-xep');
  }, 60_000);

  it('reads a workbook as Excel saves it', async () => {
    const path = join(folder, 'danh-sach.xlsx');
    const cells = [HEADER, ...ROWS].map((row) => row.map((value) => ({ value, type: String })));
    await writeXlsxFile(cells).toFile(path);
    const tried = await imported(path, '--dry-run');
    expect(tried.code).toBe(0);
    expect(tried.out.toString()).toContain('2 phường, xã cũ');
  }, 60_000);

  it('names line, column and remedy of everything that is wrong, and keeps nothing', async () => {
    const list = file(
      'sai.csv',
      [
        HEADER,
        ['Tỉnh Hà Giang', 'Huyện Đồng Văn', 'Xã Tả Lủng', 'Xã Sà Phìn', ''],
        ['Tỉnh Cao Bằng', 'Đồng Văn', '5', 'Sà Phìn', ''],
        ['Tỉnh Hà Giang', 'Huyện Đồng Văn', 'Xã Tả Lủng', 'Xã Sà Phìn', ''],
        ['', 'Huyện Đồng Văn', '', 'Xã Sà Phìn', ''],
      ],
      ',',
    );
    const { code, out } = await imported(list);
    expect(code).toBe(1);
    expect(out.toString().split('\n')).toEqual([
      'LỖI dòng 3, cột Tỉnh cũ: "Tỉnh Cao Bằng" không nằm trong tỉnh mới này. Các tỉnh cũ của nó: Tỉnh Tuyên Quang, Tỉnh Hà Giang.',
      'LỖI dòng 3, cột Huyện cũ: phải bắt đầu bằng Quận, Huyện, Thị xã, Thành phố.',
      'LỖI dòng 3, cột Xã cũ: phải bắt đầu bằng Phường, Xã, Thị trấn.',
      'LỖI dòng 3, cột Xã mới: phải bắt đầu bằng Phường, Xã, Đặc khu.',
      'LỖI dòng 4: giống hệt dòng 2. Hãy bỏ một dòng.',
      'LỖI dòng 5, cột Tỉnh cũ: đang trống.',
      'Có 6 chỗ phải sửa. Chưa ghi gì.',
      '',
    ]);
  }, 60_000);

  it.each([
    [['Tỉnh cũ', 'Huyện cũ', 'Xã mới'], 'Thiếu cột Xã cũ.'],
    [[''], 'Không thấy dòng tiêu đề.'],
  ])(
    'says which heading is missing in %j',
    async (header, problem) => {
      const { code, err } = await imported(file('khong-tieu-de.csv', [header]));
      expect(code).toBe(1);
      expect(err).toContain(problem);
    },
    60_000,
  );

  it.each([
    [['--province', 'Tỉnh Hà Giang'], 'không có tỉnh "Tỉnh Hà Giang"'],
    [['--source', 'http://khong-an-toan.vn'], '--source phải là một địa chỉ https.'],
  ])(
    'refuses %j',
    async (more, problem) => {
      const { code, err } = await imported(file('dung.csv', [HEADER, ...ROWS]), ...more);
      expect(code).toBe(2);
      expect(err).toContain(problem);
    },
    60_000,
  );
});

describe('motcua place', () => {
  it('ends with a failure for a place it does not know', async () => {
    const { code, out } = await motcua(['place', 'xã Abc'], { env });
    expect(code).toBe(1);
    expect(out.toString()).toContain('không đoán');
  }, 60_000);
});
