import { fold } from '../language/fold.js';

/** What a list of dossiers may tell, in the order of the table in docs/operations/importing-dossiers.md. */
const IMPORT_FIELDS = [
  'code',
  'procedureCode',
  'procedureName',
  'status',
  'receivedAt',
  'dueDate',
  'unit',
  'requested',
  'phone',
  'identity',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** The heading we write ourselves first, then those other systems write; folded, so marks and case do not matter. */
const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  code: ['Mã hồ sơ', 'Số hồ sơ', 'Mã số hồ sơ', 'Số biên nhận', 'Mã biên nhận', 'Mã số biên nhận'],
  procedureCode: ['Mã thủ tục', 'Mã TTHC', 'Mã thủ tục hành chính'],
  procedureName: ['Tên thủ tục', 'Thủ tục', 'Tên TTHC', 'Thủ tục hành chính', 'Tên thủ tục hành chính'],
  status: ['Trạng thái', 'Trạng thái hồ sơ', 'Tình trạng', 'Tình trạng hồ sơ'],
  receivedAt: [
    'Ngày tiếp nhận',
    'Ngày nhận',
    'Nhận lúc',
    'Ngày nhận hồ sơ',
    'Thời gian tiếp nhận',
    'Ngày nộp',
  ],
  dueDate: ['Ngày hẹn trả', 'Ngày hẹn trả kết quả', 'Hẹn trả', 'Ngày hẹn', 'Hạn trả', 'Hạn xử lý'],
  unit: ['Đơn vị đang giữ', 'Đơn vị xử lý', 'Đơn vị', 'Phòng ban', 'Nơi đang xử lý', 'Đơn vị thụ lý'],
  requested: ['Yêu cầu với người nộp', 'Nội dung yêu cầu', 'Yêu cầu bổ sung', 'Giấy tờ cần bổ sung'],
  phone: ['Số điện thoại', 'Điện thoại', 'SĐT', 'ĐTDĐ', 'Số điện thoại người nộp'],
  identity: ['Số giấy tờ', 'Số CCCD', 'CCCD', 'Số căn cước', 'Số định danh', 'CMND', 'Số CMND', 'CMND/CCCD'],
};

export const headingOf = (field: ImportField): string => HEADINGS[field][0] ?? field;

export type ImportColumns =
  | { ok: true; at: Partial<Record<ImportField, number>>; ignored: string[] }
  | { ok: false; problems: string[] };

/** Which column holds what. A file without the needed ones is refused whole, with the names of what is missing. */
export const readHeader = (header: readonly unknown[]): ImportColumns => {
  const names = header.map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
  const at: Partial<Record<ImportField, number>> = {};
  const ignored: string[] = [];
  const problems: string[] = [];
  for (const [index, name] of names.entries()) {
    const field = BY_HEADING.get(plain(name));
    if (field === undefined) ignored.push(...(name === '' ? [] : [name]));
    else if (at[field] === undefined) at[field] = index;
    else problems.push(`Cột "${names[at[field]] ?? ''}" và cột "${name}" nói cùng một việc. Hãy bỏ một cột.`);
  }
  problems.push(...missing(at).map((heading) => `Thiếu cột ${heading}.`));
  return problems.length === 0 ? { ok: true, at, ignored } : { ok: false, problems };
};

const missing = (at: Partial<Record<ImportField, number>>): string[] => [
  ...(['code', 'status', 'receivedAt'] as const).filter((field) => at[field] === undefined).map(quoted),
  ...(at.procedureName === undefined && at.procedureCode === undefined
    ? [`${quoted('procedureName')} hoặc ${quoted('procedureCode')}`]
    : []),
];

const quoted = (field: ImportField): string => `"${headingOf(field)}"`;

const plain = (heading: string): string => fold(heading).replace(/[^a-z0-9]/g, '');

const BY_HEADING: ReadonlyMap<string, ImportField> = new Map(
  IMPORT_FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [plain(heading), field] as const)),
);
