import { readFile, stat } from 'node:fs/promises';
import readXlsxFile from 'read-excel-file/node';
import { DomainError } from '../../data/domain-error.js';
import type { SheetTable } from '../../data/procedures/sheets/reading/read-rows.js';

/** The whole dataset takes a quarter of a megabyte. */
const SIZE_LIMIT_MB = 20;

/** All sheets of an XLSX file. */
export const readWorkbook = async (file: string): Promise<SheetTable[]> => {
  const bytes = await readWhole(file);
  try {
    return await readXlsxFile(bytes);
  } catch {
    throw unreadable(file, 'không phải là tệp XLSX đọc được. Hãy mở bằng Excel và lưu lại.');
  }
};

const readWhole = async (file: string): Promise<Buffer> => {
  try {
    const { size } = await stat(file);
    if (size > SIZE_LIMIT_MB * 1_000_000) throw unreadable(file, `lớn quá ${String(SIZE_LIMIT_MB)} MB.`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw unreadable(file, 'không đọc được. Hãy kiểm tra tên tệp và quyền đọc.');
  }
};

const unreadable = (file: string, what: string): DomainError =>
  new DomainError('import.unreadable', `Tệp ${file} ${what}`);
