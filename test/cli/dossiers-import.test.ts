import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../data/load-dataset.js';
import { createMemoryStore } from '../support/memory-store.js';
import { motcuaHere } from '../support/motcua.js';

const HEADER = 'Mã hồ sơ;Mã thủ tục;Tên thủ tục;Trạng thái;Ngày tiếp nhận;Ngày hẹn trả;Số điện thoại';
const CODE = '000.00.12.H56-261101-0001';
const ROW = `${CODE};1.014196;Việc mẫu;4;01/11/2026;20/11/2026;0912345678`;

const fileOf = (content: string | Buffer, name = 'ho-so.csv'): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'motcua-')), name);
  writeFileSync(file, content);
  return file;
};

const importing = (content: string | Buffer, store = createMemoryStore(), more: string[] = []) =>
  motcuaHere(['dossiers', 'import', fileOf(content), ...more], { store });

describe('importing dossiers', () => {
  it('keeps the good rows, reports the bad ones by line and column, and ends with 1', async () => {
    const store = createMemoryStore();
    const { code, out } = await importing(`${HEADER}\n${ROW}\nkhông mã;;Việc;9;hôm qua;;\n`, store);
    expect(code).toBe(1);
    expect(out).toContain(`dòng 2: ${CODE} mới`);
    expect(out).toContain('LỖI dòng 3, cột Mã hồ sơ: "không mã" không phải là mã hồ sơ');
    expect(out).toContain('LỖI dòng 3, cột Ngày tiếp nhận: "hôm qua" không phải là ngày có thật');
    expect(out).toContain('Mới: 1 · Thay đổi: 0 · Không đổi: 0 · Dòng lỗi: 1');
    const kept = await store.dossiers.find(CODE);
    expect(kept).toMatchObject({
      version: 1,
      status: 'processing',
      phoneLast4: '5678',
      dueDate: '2026-11-20',
    });
    expect(kept?.source).toMatch(/^tệp ho-so\.csv ngày 22\/11\/2026$/);
    expect(JSON.stringify(kept)).not.toContain('09123');
  });

  it('makes no new version of what did not change, and one of what did', async () => {
    const store = createMemoryStore();
    await importing(`${HEADER}\n${ROW}`, store);
    const again = await importing(`${HEADER}\n${ROW}`, store);
    expect(again.out).toBe('Nhập xong.\nMới: 0 · Thay đổi: 0 · Không đổi: 1 · Dòng lỗi: 0\n');
    expect((await store.dossiers.find(CODE))?.version).toBe(1);
    const changed = await importing(`${HEADER}\n${ROW.replace(';4;', ';9;')}`, store);
    expect(changed).toMatchObject({ code: 0, out: expect.stringContaining(`${CODE} có thay đổi`) as string });
    expect(await store.dossiers.find(CODE)).toMatchObject({ version: 2, status: 'finished' });
  });

  it('does not take the phone check away when a later list has no phone column', async () => {
    const store = createMemoryStore();
    await importing(`${HEADER}\n${ROW}`, store);
    const { out } = await importing(
      `Mã hồ sơ,Tên thủ tục,Trạng thái,Ngày nhận\n${CODE},Khác,5,01/11/2026`,
      store,
    );
    expect(out).toContain('Thay đổi: 1');
    expect((await store.dossiers.find(CODE))?.phoneLast4).toBe('5678');
  });

  it('writes nothing on a dry run, and reports the same', async () => {
    const store = createMemoryStore();
    const { code, out } = await importing(`${HEADER}\n${ROW}`, store, ['--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('Kiểm tra xong, chưa ghi gì.\nMới: 1');
    expect(await store.dossiers.find(CODE)).toBeNull();
  });

  it('reads a BOM, commas, and a title above the header', async () => {
    const lines = ['\uFEFFDANH SÁCH HỒ SƠ', '', HEADER.replaceAll(';', ','), ROW.replaceAll(';', ',')];
    const { code, out } = await importing(lines.join('\r\n'));
    expect({ code, out: out.split('\n')[0] }).toEqual({ code: 0, out: `dòng 4: ${CODE} mới` });
  });

  it('reads an XLSX file with real dates and numbers', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'motcua-')), 'ho-so.xlsx');
    const day = { value: new Date('2026-11-01T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' };
    const text = (value: string) => ({ value, type: String });
    await writeXlsxFile([
      HEADER.split(';').map(text),
      [
        text(CODE),
        text('1.014196'),
        null,
        { value: 4, type: Number },
        day,
        null,
        { value: 912345678, type: Number },
      ],
    ]).toFile(file);
    const store = createMemoryStore();
    expect((await motcuaHere(['dossiers', 'import', file], { store })).code).toBe(0);
    expect(await store.dossiers.find(CODE)).toMatchObject({
      receivedAt: '2026-10-31T17:00:00.000Z',
      phoneLast4: '5678',
      procedureName: expect.stringContaining('không thuộc diện cấp giấy phép lao động') as string,
    });
  });

  it('goes on over more rows than one batch holds', async () => {
    const store = createMemoryStore();
    const rows = Array.from({ length: 450 }, (_, index) =>
      ROW.replace('-0001', `-${String(index + 1).padStart(4, '0')}`),
    );
    const { out } = await importing([HEADER, ...rows].join('\n'), store);
    expect(out).toContain('Mới: 450');
    expect(await store.dossiers.find('000.00.12.H56-261101-0450')).not.toBeNull();
  });

  it.each([
    ['an empty file', Buffer.from(''), 'Tệp đang trống'],
    ['a file without a header', Buffer.from('a,b\n1,2'), 'Không thấy dòng tiêu đề. Thiếu cột "Mã hồ sơ".'],
    ['another encoding', Buffer.from([0x4d, 0xe3, 0x20, 0xff]), 'không phải UTF-8'],
    ['an archive that is no workbook', Buffer.from('PK\u0003\u0004rác'), 'không phải là tệp XLSX'],
    ['an open quote', Buffer.from('"Mã hồ sơ,Trạng thái\n1,2'), 'dấu ngoặc kép'],
  ])('says what is wrong with %s', async (_, content, sentence) => {
    const { code, err } = await importing(content);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
  });

  it('says when there is no such file', async () => {
    const { code, err } = await motcuaHere(['dossiers', 'import', '/không/có.csv']);
    expect(code).toBe(1);
    expect(err).toContain('không đọc được');
    expect((await motcuaHere(['dossiers', 'import'])).code).toBe(2);
  });

  it('takes the sample of the guide for clerks as it stands there', async () => {
    const guide = readFileSync(join(projectRoot(), 'docs', 'operations', 'importing-dossiers.md'), 'utf8');
    const [, sample = ''] = /## Tệp mẫu\s+```\n(.*?)```/s.exec(guide) ?? [];
    const { code, out } = await importing(sample);
    expect(out).toContain('Mới: 2 · Thay đổi: 0 · Không đổi: 0 · Dòng lỗi: 0');
    expect(code).toBe(0);
  });

  it('names the columns it did not use', async () => {
    const { err } = await importing(`${HEADER};Ghi chú\n${ROW};x`);
    expect(err).toBe('Các cột không dùng đến: Ghi chú.\n');
  });
});
