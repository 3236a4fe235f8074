import type { z } from 'zod';
import { placeOf } from './reading.js';
import type { Reading } from './reading.js';
import type { SheetProblem } from './sheet-problem.js';
import { SHEETS } from '../shape/sheet-shape.js';

/** What the schema refuses, said of the cell it stands in. */
export const schemaProblems = (code: string, error: z.ZodError, reading: Reading): SheetProblem[] =>
  error.issues.map((issue) => {
    const path = pathOf(issue.path);
    const place = placeOf(reading, path) ?? { sheet: sheetOf(path), row: null, header: null, code };
    return { ...place, what: whatOf(issue, reading, path) };
  });

const pathOf = (parts: readonly PropertyKey[]): string =>
  parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${String(part)}]`;
    return path === '' ? String(part) : `${path}.${String(part)}`;
  }, '');

const sheetOf = (path: string): string =>
  SHEETS.find(({ part }) => part.path !== '' && path.startsWith(part.path))?.title ?? 'của lĩnh vực';

const whatOf = (issue: z.core.$ZodIssue, reading: Reading, path: string): string => {
  if (issue.code === 'invalid_union') return 'chưa có tiếng Việt. Nội dung tiếng Việt là bắt buộc.';
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'too_big')
    return issue.origin === 'array' ? `nhiều quá ${String(issue.maximum)} dòng.` : 'số lớn quá.';
  if (issue.code === 'invalid_format') return `không đúng cách viết. ${FORMS[lastName(path)] ?? FORM_OF_ID}`;
  return reading.places.has(path) ? 'đang trống hoặc không phải là số nguyên.' : 'chưa đủ thông tin.';
};

const tooSmall = ({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string => {
  const least = String(minimum);
  if (origin === 'array') return `cần ít nhất ${least} dòng.`;
  if (origin === 'string') return 'đang trống.';
  return inclusive === true ? `phải từ ${least} trở lên.` : `phải lớn hơn ${least}.`;
};

const lastName = (path: string): string => path.replace(/.*\./, '');

const FORM_OF_ID = 'Chỉ dùng chữ không dấu và số, bắt đầu bằng chữ thường.';

const FORMS: Readonly<Record<string, string>> = {
  replacedBy: 'Mã thủ tục có dạng 1.014199.',
  url: 'Địa chỉ phải bắt đầu bằng https://.',
};
