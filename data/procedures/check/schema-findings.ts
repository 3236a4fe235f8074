import type { z } from 'zod';
import type { Finding } from './finding.js';

/** What the schema refuses, place by place. */
export const schemaFindings = (file: string, record: unknown, error: z.ZodError): Finding[] =>
  error.issues.map((issue) => ({
    severity: 'error',
    rule: 'schema',
    file,
    code: codeOf(record),
    field: fieldOf(issue.path),
    what: whatOf(issue),
    why: 'Trợ lý không đọc được hồ sơ dữ liệu sai cấu trúc, nên không khởi động.',
    fix: 'Sửa giá trị ở chỗ này cho đúng kiểu; xem một thủ tục khác cùng lĩnh vực làm mẫu.',
  }));

const codeOf = (record: unknown): string | null =>
  typeof record === 'object' && record !== null && 'code' in record && typeof record.code === 'string'
    ? record.code
    : null;

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((field, part) => {
    if (typeof part === 'number') return `${field}[${String(part)}]`;
    return field === '' ? String(part) : `${field}.${String(part)}`;
  }, '') || '(cả tệp)';

const whatOf = (issue: z.core.$ZodIssue): string => {
  const last = issue.path.at(-1);
  if (last === 'unit') return 'Đơn vị thời gian không có. Cho phép: workingDay, day, hour.';
  if (last === 'level') return 'Cấp không có. Cho phép: commune, province, ministry.';
  if (last === 'url') return 'Nguồn không phải là địa chỉ https.';
  if (issue.code === 'unrecognized_keys') return `Có mục lạ: ${issue.keys.join(', ')}.`;
  if (issue.code === 'invalid_type') return `Thiếu, hoặc không đúng kiểu (cần ${issue.expected}).`;
  if (issue.code === 'invalid_value')
    return `Giá trị không có. Cho phép: ${issue.values.map(String).join(', ')}.`;
  return `Không hợp lệ: ${issue.message}`;
};
