import { mkdtempSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editedWorkbook } from '../support/edited-workbook.js';
import { motcua } from '../support/motcua.js';
import { startTestOffice } from '../support/running-office.js';

const SLOW = 120_000;
const CODE = '1.001776';
const folder = () => mkdtempSync(join(tmpdir(), 'motcua-edition-'));

/** The commands as processes of their own, on one data folder. */
const clerkOf = (DATA_DIR: string) => {
  const procedures = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await motcua(['procedures', ...args], { env: { DATA_DIR } });
    expect({ code, err: err.replace(/Đã ghi \d+ thủ tục, .*\n/, '') }).toEqual({ code: 0, err: '' });
    return out.toString();
  };
  const file = join(folder(), 'thu-tuc.xlsx');
  return {
    procedures,
    exported: async () => {
      await procedures('export', file);
      return readFile(file);
    },
    /** Gives the procedure another title and a name nobody else uses, and brings it in. */
    rename: async (title: string) => {
      await procedures('export', file, '--codes', CODE);
      const edited = await editedWorkbook(await readFile(file), (sheet) => {
        sheet('Bảo trợ xã hội').put(2, 'Tên dễ hiểu', title);
        sheet('Bảo trợ xã hội').put(2, 'Tên thường gọi', 'thẻ lông ngỗng');
      });
      await writeFile(file, edited);
      return procedures('import', file, '--reason', 'theo QĐ 12/QĐ-UBND', '--yes');
    },
  };
};

describe('a clerk who corrects a procedure in Excel', () => {
  it(
    'changes what the running server answers, at once and after a restart',
    async () => {
      const office = await startTestOffice();
      try {
        const api = async (path: string): Promise<unknown> =>
          (await fetch(`${office.url}/api/${path}`)).json();
        const corrected = {
          edition: { office: { number: 1 } },
          procedure: { title: { vi: 'Tiền hằng tháng theo lời tỉnh' } },
        };
        expect(await api(`procedures/${CODE}`)).toMatchObject({ edition: { office: null } });
        const said = await clerkOf(office.folder).rename('Tiền hằng tháng theo lời tỉnh');
        expect(said).toContain('Đã ghi 1 thủ tục: cơ quan sửa lần 1');
        expect(await api(`procedures/${CODE}`)).toMatchObject(corrected);
        const page = await fetch(`${office.url}/thu-tuc?q=${encodeURIComponent('thẻ lông ngỗng')}`);
        expect(await page.text()).toContain('Tiền hằng tháng theo lời tỉnh');
        await office.restart();
        expect(await api(`procedures/${CODE}`)).toMatchObject(corrected);
      } finally {
        await office.close();
      }
    },
    SLOW,
  );

  it(
    'does so without a server too; the file is the same to the byte until something changes',
    async () => {
      const clerk = clerkOf(folder());
      const shipped = await clerk.exported();
      expect(Buffer.compare(shipped, await clerk.exported())).toBe(0);
      await clerk.rename('Tiền hằng tháng');
      const own = await clerk.exported();
      expect(Buffer.compare(shipped, own)).not.toBe(0);
      expect(await clerk.procedures('show', CODE)).toContain('theo QĐ 12/QĐ-UBND');
      expect(Buffer.compare(own, await clerk.exported())).toBe(0);
    },
    SLOW,
  );
});
