import { fold } from '../../language/fold.js';
import type { CheckedRecord, Finding } from './finding.js';
import { findingIn } from './finding.js';

/** Codes, aliases, titles and names that two procedures share. */
export const indistinguishable = (records: readonly CheckedRecord[]): Finding[] => [
  ...shared(records, ({ procedure }) => [procedure.code], {
    rule: 'duplicate-code',
    field: 'code',
    what: (value, others) => `Mã ${value} có ở cả ${others}.`,
    why: 'Mỗi mã chỉ được chỉ một thủ tục; nếu không, người dân đọc nhầm.',
    fix: 'Xoá tệp thừa, hoặc sửa mã cho đúng.',
  }),
  ...shared(living(records), ({ procedure }) => procedure.aliases.map(exactly), {
    rule: 'duplicate-alias',
    field: 'aliases',
    what: (value, others) => `Tên gọi "${value}" cũng chỉ ${others}.`,
    why: 'Một tên gọi chung cho hai thủ tục làm trợ lý chọn hú hoạ.',
    fix: 'Thêm chữ cho tên gọi rõ là thủ tục nào, hoặc bỏ ở một bên.',
  }),
  ...shared(living(records), ({ procedure }) => [plain(procedure.title.vi)], {
    rule: 'same-title',
    field: 'title',
    what: (_, others) => `Tên ngắn trùng với ${others}.`,
    why: 'Khi trợ lý cho chọn, hai dòng giống hệt nhau thì người dân không biết chọn dòng nào.',
    fix: 'Viết tên ngắn khác nhau: cấp nào, cho ai, lần đầu hay cấp lại.',
  }),
];

interface Words {
  rule: string;
  field: string;
  what: (value: string, others: string) => string;
  why: string;
  fix: string;
}

const shared = (
  records: readonly CheckedRecord[],
  keysOf: (record: CheckedRecord) => string[],
  { what, ...words }: Words,
): Finding[] => {
  const holders = new Map<string, CheckedRecord[]>();
  for (const record of records)
    for (const key of keysOf(record)) holders.set(key, [...(holders.get(key) ?? []), record]);
  return [...holders].flatMap(([key, [first, ...others]]) =>
    first === undefined || others.length === 0
      ? []
      : [findingIn(first, { ...words, severity: 'error', what: what(key, others.map(nameOf).join(', ')) })],
  );
};

/** A replaced procedure may still carry the name its successor took over. */
const living = (records: readonly CheckedRecord[]): CheckedRecord[] =>
  records.filter(({ procedure }) => procedure.replacedBy === null);

const nameOf = ({ procedure, file }: CheckedRecord): string => `${procedure.code} (${file})`;

/** Marks tell words apart, so they count; case and blanks do not. */
const exactly = (alias: string): string => alias.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

const plain = (title: string): string =>
  fold(title)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
