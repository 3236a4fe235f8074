import { mkdtempSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../data/store.js';
import { editedWorkbook } from './edited-workbook.js';
import type { OpenWorkbook } from './edited-workbook.js';
import { createMemoryStore } from './memory-store.js';
import { motcuaHere } from './motcua.js';

/** The procedure that `shorten` changes. */
export const CODE = '1.014199';
export const WHY = ['--reason', 'theo QĐ 12/QĐ-UBND'];

/** An office with a store in memory and one file that goes out to Excel and comes back. */
export const excelDesk = () => {
  const store: Store = createMemoryStore();
  const file = join(mkdtempSync(join(tmpdir(), 'motcua-procedures-')), 'thu-tuc.xlsx');
  const run = (args: string[], given: Parameters<typeof motcuaHere>[1] = {}) =>
    motcuaHere(['procedures', ...args], { store, ...given });
  const exported = async (...options: string[]): Promise<Buffer> => {
    const { err } = await run(['export', file, ...options]);
    if (!err.startsWith('Đã ghi')) throw new Error(err);
    return readFile(file);
  };
  return {
    store,
    file,
    run,
    exported,
    /** Exports a few procedures and saves them changed. */
    edited: async (codes: string, edit: (sheet: OpenWorkbook) => void) => {
      await writeFile(file, await editedWorkbook(await exported('--codes', codes), edit));
    },
  };
};

/** A shorter time limit and another title. */
export const shorten = (sheet: OpenWorkbook): void => {
  const [times, work] = [sheet('Thời hạn'), sheet('Việc làm')];
  times.put(times.rowOf('Mã thủ tục', CODE), 'Thời hạn', 7);
  work.put(work.rowOf('Mã thủ tục', CODE), 'Tên dễ hiểu', 'Giấy phép cho người nước ngoài làm việc');
};
