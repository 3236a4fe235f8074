import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../data/store.js';
import { CODE, excelDesk, shorten, WHY } from '../../support/excel-desk.js';
import { correctionChange } from '../../support/office-edition.js';

describe('procedures that come back from Excel', () => {
  let desk: ReturnType<typeof excelDesk>;
  beforeEach(() => {
    desk = excelDesk();
  });

  it('are refused whole when a cell is wrong, naming the cell', async () => {
    const { store, file, run, edited } = desk;
    await edited(CODE, (sheet) => {
      shorten(sheet);
      sheet('Thời hạn').put(2, 'Đơn vị', 'tuần');
    });
    const { code, out } = await run(['import', file, ...WHY, '--yes']);
    expect(code).toBe(1);
    expect(out).toContain(
      `LỖI trang Thời hạn, dòng 2, cột Đơn vị, thủ tục ${CODE}: "tuần" không có. Cho phép: ngày làm việc, ngày, giờ.`,
    );
    expect(out).toContain('Có 1 chỗ phải sửa. Chưa ghi gì.');
    expect(await store.edition.corrections()).toEqual([]);
  });

  it('are refused when the check would find an error, naming the cell', async () => {
    const { store, file, run, edited } = desk;
    await edited(CODE, (sheet) => {
      const row = sheet('Việc làm').rowOf('Giấy tờ', 'Hộ chiếu còn thời hạn');
      sheet('Việc làm').put(row, 'Giấy tờ', 'Sổ hộ khẩu');
      sheet('Việc làm').put(row, 'Chỉ khi', 'situation: lost');
    });
    const { code, out } = await run(['import', file, ...WHY, '--yes']);
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`LỖI trang Việc làm, dòng 4, cột Giấy tờ, thủ tục ${CODE}: .*hộ khẩu`));
    expect(out).toMatch(/LỖI trang Việc làm, dòng 4, cột Chỉ khi, thủ tục .*situation/);
    expect(out).toContain('Có lỗi phải sửa. Chưa ghi gì.');
    expect(await store.edition.corrections()).toEqual([]);
  });

  it('warn of what is doubtful and of a later correction, and are kept', async () => {
    const { store, file, run, edited } = desk;
    await store.commit([correctionChange({ effectiveFrom: '2027-01-01' })]);
    await edited(CODE, (sheet) => {
      shorten(sheet);
      sheet('Việc làm').put(2, 'Nơi nộp', `${'rất '.repeat(40)}dài.`);
    });
    const { code, out } = await run(['import', file, ...WHY, '--yes']);
    expect(out).toMatch(/XEM LẠI trang Việc làm, dòng 2, cột Nơi nộp/);
    expect(out).toContain('từ ngày 01/01/2027 đã có bản khác của cơ quan');
    expect(code).toBe(0);
    expect(await store.edition.corrections()).toMatchObject([{ number: 1 }, { number: 2, edition: 2 }]);
  });

  it('are not kept when somebody changed the same procedure meanwhile', async () => {
    const { store, file, run, edited } = desk;
    await edited(CODE, shorten);
    const colleague = correctionChange({ number: 1 });
    const racing: Store = {
      ...store,
      edition: {
        ...store.edition,
        corrections: async () => {
          const seen = await store.edition.corrections();
          if (seen.length === 0) await store.commit([colleague]);
          return seen;
        },
      },
    };
    const { code, err } = await run(['import', file, ...WHY, '--yes'], { store: racing });
    expect({ code, err }).toEqual({
      code: 1,
      err: 'Có người vừa sửa một trong các thủ tục này. Chưa ghi gì. Hãy xuất lại tệp, sửa rồi nhập lại.\n',
    });
    expect(await store.edition.corrections()).toEqual([colleague.record]);
  });

  it('ask the person at the keyboard first', async () => {
    const { store, file, run, edited } = desk;
    await edited(CODE, shorten);
    const { err } = await run(['import', file, ...WHY], {
      input: ['có\n'],
      terminal: { inputIsTty: true },
    });
    expect(err).toContain('Ghi 1 thủ tục vào bản của cơ quan, dùng từ ngày 22/11/2026?');
    expect(await store.edition.corrections()).toHaveLength(1);
  });

  it('ask nobody when nobody is there, and keep nothing', async () => {
    const { store, file, run, edited } = desk;
    await edited(CODE, shorten);
    const { code, out } = await run(['import', file, ...WHY], { input: ['có\n'] });
    expect({ code, last: out.split('\n').at(-2) }).toEqual({
      code: 1,
      last: 'Chưa ghi gì. Muốn ghi thì thêm --yes.',
    });
    expect(await store.edition.corrections()).toEqual([]);
  });

  it('need a reason before anything is kept', async () => {
    const { file, run, exported } = desk;
    await exported();
    expect(await run(['import', file, '--yes'])).toMatchObject({
      code: 2,
      err: 'Ghi rõ vì sao sửa: --reason "…". Chỉ xem thử thì dùng --dry-run.\n',
    });
  });

  it.each([
    ['no file', join(tmpdir(), 'no-such-file.xlsx'), 'không đọc được'],
    ['a file of another kind', 'package.json', 'không phải là tệp XLSX đọc được'],
  ])('say plainly of %s what is wrong', async (_what, path, problem) => {
    const { run } = desk;
    const { code, err } = await run(['import', path, '--dry-run']);
    expect(code).toBe(1);
    expect(err).toContain(problem);
  });
});
