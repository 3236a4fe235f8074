import { readFile, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { DomainError } from '../../data/domain-error.js';

/** More than any office's list; beyond it a file is a mistake. */
const SIZE_LIMIT_MB = 50;

/** The rows of a CSV file (UTF-8, with or without BOM; comma, semicolon or tab) or of an XLSX file's first sheet. */
export const readTable = async (file: string): Promise<unknown[][]> => {
  const bytes = await readWhole(file);
  return isZip(bytes) ? readXlsx(file, bytes) : readCsv(file, bytes);
};

const readWhole = async (file: string): Promise<Buffer> => {
  try {
    const { size } = await stat(file);
    if (size > SIZE_LIMIT_MB * 1_000_000)
      throw unreadable(file, `lớn quá ${String(SIZE_LIMIT_MB)} MB. Hãy chia nhỏ danh sách.`);
    return await readFile(file);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw unreadable(file, 'không đọc được. Hãy kiểm tra tên tệp và quyền đọc.');
  }
};

/** An XLSX file is a ZIP archive, whatever its name says. */
const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';

const readXlsx = async (file: string, bytes: Buffer): Promise<unknown[][]> => {
  try {
    return await readSheet(bytes);
  } catch {
    throw unreadable(file, 'không phải là tệp XLSX đọc được. Hãy mở bằng Excel và lưu lại.');
  }
};

const readCsv = (file: string, bytes: Buffer): unknown[][] => {
  const text = decode(file, bytes);
  try {
    return parse(text, { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true });
  } catch {
    throw unreadable(file, 'có dấu ngoặc kép mở mà không đóng. Hãy mở bằng Excel và lưu lại.');
  }
};

const decode = (file: string, bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(
      file,
      'không phải UTF-8. Trong Excel chọn Lưu thành, kiểu "CSV UTF-8", hoặc lưu thành XLSX.',
    );
  }
};

/** Vietnamese Excel separates with semicolons; the line with most of one kind tells. */
const delimiterOf = (text: string): string => {
  const head = text.split('\n', 10).join('\n');
  const count = (delimiter: string) => head.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
};

const unreadable = (file: string, what: string): DomainError =>
  new DomainError('import.unreadable', `Tệp ${file} ${what}`);
