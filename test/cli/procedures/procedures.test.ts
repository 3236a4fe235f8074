import { beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../data/load-dataset.js';
import { listOf } from '../../data/storage/records.js';
import { CODE, excelDesk, shorten, WHY } from '../../support/excel-desk.js';
import { aliasChange, aProcedure } from '../../support/office-edition.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };

describe('procedures in Excel', () => {
  let desk: ReturnType<typeof excelDesk>;
  beforeEach(() => {
    desk = excelDesk();
  });

  it('say what would change, and keep nothing on a dry run', async () => {
    const { store, file, run, edited } = desk;
    await edited(CODE, shorten);
    const { code, out, err } = await run(['import', file, '--dry-run']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Tệp thu-tuc.xlsx có 1 thủ tục: 1 thay đổi, 0 mới, 0 giữ nguyên.');
    expect(out).toContain(
      'Tên dễ hiểu: Cấp giấy phép lao động cho người nước ngoài → Giấy phép cho người nước ngoài làm việc',
    );
    expect(out).toContain('Thời hạn, "10", Thời hạn: 10 → 7');
    expect(out).toContain('ngày kiểm chứng vẫn là 18/07/2026');
    expect(out).toMatch(/Đã thử \d{3} câu hỏi/);
    expect(out).toContain('Mới xem thử, chưa ghi gì.');
    expect(await store.edition.corrections()).toEqual([]);
  });

  it('become the office’s edition, with who, when and why, and an entry in the audit', async () => {
    const { store, file, run, edited } = desk;
    await edited(`${CODE},1.014198`, shorten);
    const { code, out } = await run(['import', file, ...WHY, '--from', '01/12/2026', '--yes']);
    expect(out).toContain('Đã ghi 1 thủ tục: cơ quan sửa lần 1, dùng từ ngày 01/12/2026.');
    expect(code).toBe(0);
    const shipped = aProcedure(CODE);
    const [first, ...others] = await store.edition.corrections();
    expect(others).toEqual([]);
    expect(first).toEqual({
      code: CODE,
      number: 1,
      edition: 1,
      effectiveFrom: '2026-12-01',
      recordedAt: '2026-11-22T05:00:00.000Z',
      by: 'cli:test',
      reason: 'theo QĐ 12/QĐ-UBND',
      base: loadCatalogue().edition.base,
      record: {
        ...shipped,
        title: { ...shipped.title, vi: 'Giấy phép cho người nước ngoài làm việc' },
        processingTime: {
          ...shipped.processingTime,
          legal: shipped.processingTime.legal.map((limit, index) =>
            index === 0 ? { ...limit, value: 7 } : limit,
          ),
        },
      },
    });
    expect(await listOf(store.audit.stream(EVER))).toMatchObject([
      { actor: 'cli:test', action: 'edition.correct', details: { edition: 1, codes: [CODE] } },
    ]);
  });

  it('are kept once: the same file again changes nothing', async () => {
    const { store, file, run, edited } = desk;
    await edited(CODE, shorten);
    await run(['import', file, ...WHY, '--yes']);
    const again = await run(['import', file, ...WHY, '--yes']);
    expect(again).toMatchObject({
      code: 0,
      out: 'Tệp thu-tuc.xlsx có 1 thủ tục: 0 thay đổi, 0 mới, 1 giữ nguyên.\n',
    });
    expect(await store.edition.corrections()).toHaveLength(1);
  });

  it('have the same bytes when exported, imported and exported again, now with the office’s words', async () => {
    const { file, run, exported, edited } = desk;
    await edited(CODE, shorten);
    await run(['import', file, ...WHY, '--yes']);
    const first = await exported();
    expect((await run(['import', file, ...WHY, '--yes'])).out).toContain('183 giữ nguyên');
    expect(Buffer.compare(first, await exported())).toBe(0);
    expect(Buffer.compare(first, await exported('--on', '2026-11-21'))).not.toBe(0);
  });

  it('leave the office’s aliases where they are kept', async () => {
    const { store, file, run, exported } = desk;
    const before = await exported();
    await store.commit([aliasChange()]);
    expect(Buffer.compare(before, await exported())).toBe(0);
    expect((await run(['import', file, '--dry-run'])).out).toContain('183 giữ nguyên');
  });

  it('show each version on its days, and say what nobody knows', async () => {
    const { file, run, edited } = desk;
    await edited(CODE, shorten);
    await run(['import', file, ...WHY, '--from', '2026-12-01', '--yes']);
    const on = (day: string) => run(['show', CODE, '--on', day]);
    expect((await on('01/06/2026')).code).toBe(1);
    expect((await on('01/06/2026')).out).toContain(
      `Không biết ngày 01/06/2026 thủ tục ${CODE} ghi gì: bản gốc được kiểm chứng ngày 18/07/2026`,
    );
    const before = await on('30/11/2026');
    expect(before.out).toContain('Thời gian giải quyết: 10 ngày làm việc');
    expect(before.out).toContain('(bản gốc 22/11/2026, kiểm chứng ngày 18/07/2026)');
    const after = await on('01/12/2026');
    expect(after.out).toContain('Thời gian giải quyết: 7 ngày làm việc');
    expect(after.out).toContain('(cơ quan sửa lần 1, dùng từ 01/12/2026)');
    expect(after.out).toContain('Bản dữ liệu 22/11/2026, cơ quan sửa lần 1 ngày 22/11/2026');
    expect(after.out).toContain(
      '- từ 01/12/2026: cơ quan sửa lần 1, cli:test ghi ngày 22/11/2026: theo QĐ 12/QĐ-UBND',
    );
    const json = await run(['show', CODE, '--on', '2026-12-01', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ known: true, correction: { number: 1 }, on: '2026-12-01' });
  });

  it('show nothing for a code nobody knows', async () => {
    const { run } = desk;
    expect(await run(['show', '9.999999'])).toMatchObject({
      code: 1,
      out: 'Không có thủ tục mã 9.999999 trong dữ liệu.\n',
    });
    expect((await run(['show', 'giấy phép'])).code).toBe(2);
  });

  it('tell which questions would be answered differently', async () => {
    const { file, run, edited } = desk;
    await edited('1.001776', (sheet) => {
      sheet('Bảo trợ xã hội').put(2, 'Tên thường gọi', 'thẻ lông ngỗng');
    });
    const { out } = await run(['import', file, '--dry-run']);
    expect(out).toMatch(/"thẻ lông ngỗng": (không tìm thấy|hỏi lại: [\d., ]+) → 1\.001776 /);
    expect(out).toMatch(/Đã thử \d+ câu hỏi: \d+ câu dẫn đến chỗ khác trước\./);
  });

  it('take a new procedure, which is then found', async () => {
    const { file, run, edited } = desk;
    await edited(CODE, (sheet) => {
      for (const title of [
        'Việc làm',
        'Nguồn',
        'Cấp thực hiện',
        'Điều chưa rõ',
        'Điều kiện',
        'Câu hỏi',
        'Các bước',
      ]) {
        const { rows } = sheet(title);
        rows.splice(1, Infinity, ...rows.slice(1).map(([, ...row]) => ['9.000001', ...row]));
      }
      for (const title of ['Thời hạn', 'Căn cứ pháp lý', 'Nguồn mâu thuẫn']) sheet(title).rows.splice(1);
      sheet('Việc làm').put(2, 'Tên dễ hiểu', 'Thẻ lông ngỗng của tỉnh');
      sheet('Việc làm').put(2, 'Tên chính thức', 'Cấp thẻ lông ngỗng');
      sheet('Việc làm').put(2, 'Tên thường gọi', 'thẻ lông ngỗng');
      sheet('Việc làm').put(2, 'Viết tắt', null);
    });
    const { out, code } = await run(['import', file, ...WHY, '--yes']);
    expect(out).toContain('0 thay đổi, 1 mới, 0 giữ nguyên');
    expect(out).toContain('9.000001 Thẻ lông ngỗng của tỉnh (thủ tục mới)');
    expect(code).toBe(0);
    expect((await run(['show', '9.000001'])).out).toContain('Cấp thẻ lông ngỗng');
    expect((await run(['show', '9.000001', '--on', '2026-11-21'])).out).toContain(
      'cơ quan thêm từ ngày 22/11/2026',
    );
  });

  it('are exported by code, and an unknown code is named', async () => {
    const { file, run } = desk;
    expect((await run(['export', file, '--codes', '1.014199, 1.014198'])).err).toContain('Đã ghi 2 thủ tục');
    expect(await run(['export', file, '--codes', '1.1'])).toMatchObject({
      code: 2,
      err: 'Không có thủ tục mã 1.1. Mã có dạng 1.014199.\n',
    });
    expect((await run(['export', 'thu-tuc.csv'])).code).toBe(2);
  });
});
