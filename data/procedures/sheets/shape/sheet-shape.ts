import type { Level } from '../../procedure.js';
import { choice, condition, day, number, text, yes } from './cell-kind.js';
import { WORDS } from './fact-words.js';
import { PROCEDURE_COLUMNS } from './procedure-columns.js';
import { column, inTwoLanguages } from './sheet-column.js';
import type { SheetColumn } from './sheet-column.js';

/** A list of a record that has rows of its own. */
export interface PartShape {
  /** Where the record (or the part above) keeps it. */
  path: string;
  /** The list may be unknown (no row), which is not the same as empty (a row that says so). */
  mayBeUnknown: boolean;
  columns: readonly SheetColumn[];
}

/** One sheet, or one sheet a field: the part whose facts stand on the first row, and the list below it. */
export interface SheetShape {
  /** null: one sheet a field of work. */
  title: string | null;
  /** path '': the record itself. */
  part: PartShape;
  list: PartShape | null;
}

const documents: PartShape = {
  path: 'documents',
  mayBeUnknown: true,
  columns: [
    ...inTwoLanguages(
      'name',
      'Giấy tờ',
      'Tên giấy tờ phải nộp, mỗi giấy một dòng; "(không có)": không phải nộp gì',
    ),
    column('originals', 'Bản chính', number, 'Số bản chính'),
    column('copies', 'Bản sao', number, 'Số bản sao'),
    column('form', 'Mẫu đơn', text, 'Số mẫu và văn bản ban hành; trống: không có mẫu'),
    ...inTwoLanguages('notNeededIf', 'Không cần nếu', 'Trường hợp được miễn giấy này'),
    ...inTwoLanguages('note', 'Ghi chú giấy tờ', 'Điều cần biết về giấy này'),
    column('oneOf', 'Nhóm chọn một', text, 'Các giấy cùng một tên nhóm: chỉ cần nộp một giấy'),
    column('when', 'Chỉ khi', condition, 'Giấy này chỉ cần với những câu trả lời nào'),
  ],
};

const simple = (
  title: string,
  path: string,
  columns: readonly SheetColumn[],
  mayBeUnknown = false,
): SheetShape => ({ title, part: { path, mayBeUnknown, columns }, list: null });

/** Every fact of a record stands in exactly one of these. */
export const SHEETS: readonly SheetShape[] = [
  { title: null, part: { path: '', mayBeUnknown: false, columns: PROCEDURE_COLUMNS }, list: documents },
  simple(
    'Điều kiện',
    'conditions',
    inTwoLanguages('', 'Điều kiện', 'Một điều kiện để được giải quyết; "(không có)": không có điều kiện'),
    true,
  ),
  {
    title: 'Câu hỏi',
    part: {
      path: 'questions',
      mayBeUnknown: false,
      columns: [
        column('id', 'Mã câu hỏi', text, 'Chữ không dấu, dùng trong cột Chỉ khi; ghi ở mọi dòng của câu hỏi'),
        ...inTwoLanguages('ask', 'Câu hỏi', 'Hỏi người dân câu gì trước khi nêu giấy tờ; ghi ở dòng đầu'),
        column('when', 'Chỉ hỏi khi', condition, 'Chỉ hỏi sau những câu trả lời nào; ghi ở dòng đầu'),
      ],
    },
    list: {
      path: 'answers',
      mayBeUnknown: false,
      columns: [
        column('id', 'Mã trả lời', text, 'Chữ không dấu, dùng trong cột Chỉ khi'),
        ...inTwoLanguages('label', 'Trả lời', 'Một câu trả lời, từ 2 đến 5 câu một câu hỏi'),
      ],
    },
  },
  simple(
    'Các bước',
    'steps',
    [
      ...inTwoLanguages('does', 'Việc làm', 'Bước này làm gì; "(không có)": không có bước nào'),
      ...inTwoLanguages('who', 'Ai làm', 'Người hoặc cơ quan làm bước này'),
      column('time.value', 'Thời gian', number, 'Bước này mất bao lâu'),
      column('time.unit', 'Đơn vị', choice(WORDS.unit), 'Đơn vị của thời gian'),
      ...inTwoLanguages('time.note', 'Ghi chú thời gian', 'Điều con số chưa nói hết'),
    ],
    true,
  ),
  simple('Thời hạn', 'processingTime.legal', [
    column('value', 'Thời hạn', number, 'Thời hạn theo luật; dòng đầu là thời hạn chính'),
    column('unit', 'Đơn vị', choice(WORDS.unit), 'Đơn vị của thời hạn'),
    ...inTwoLanguages('outcome', 'Dùng cho', 'Thời hạn này cho trường hợp nào; trống: thời hạn chính'),
    column('channel', 'Cách nộp', choice(WORDS.channel), 'Chỉ khi nộp theo cách này; trống: mọi cách'),
    column('when', 'Chỉ khi', condition, 'Chỉ với những câu trả lời nào'),
  ]),
  simple('Thời hạn của tỉnh', 'processingTime.local', [
    column('value', 'Thời hạn', number, 'Thời hạn tỉnh đã rút ngắn'),
    column('unit', 'Đơn vị', choice(WORDS.unit), 'Đơn vị của thời hạn'),
    column('decision', 'Quyết định', text, 'Quyết định rút ngắn'),
    column('province', 'Tỉnh, thành phố', text, 'Nơi áp dụng'),
    column('from', 'Từ ngày', day, 'Ngày bắt đầu áp dụng'),
  ]),
  simple('Cấp thực hiện', 'levels', [
    column('level', 'Cấp', choice(WORDS.level satisfies Record<Level, string>), 'Cấp làm thủ tục'),
    ...inTwoLanguages('does', 'Cấp này làm gì', 'Khi một mã dùng cho nhiều cấp: cấp này làm phần nào'),
  ]),
  simple('Căn cứ pháp lý', 'legalBasis', [
    column('number', 'Số văn bản', text, 'Đúng như in trên văn bản, ví dụ 219/2025/NĐ-CP'),
    column('name', 'Tên văn bản', text, 'Tên văn bản; trống: nguồn không ghi'),
    column('date', 'Ngày ban hành', day, 'Ngày ký'),
    column('articles', 'Điều khoản', text, 'Các điều liên quan, ví dụ Điều 31'),
  ]),
  simple('Thông báo', 'notices', [
    column('kind', 'Loại', choice(WORDS.notice), 'Tạm dừng, chưa mở, sắp thay đổi hay chỉ là thông tin'),
    column('from', 'Từ ngày', day, 'Ngày đầu tiên; trống: ngay bây giờ'),
    column('to', 'Đến hết ngày', day, 'Ngày cuối cùng; trống: đến khi có thông báo mới'),
    ...inTwoLanguages('text', 'Nội dung', 'Câu người dân đọc'),
    column('source', 'Nguồn', text, 'Văn bản hoặc trang nói điều này'),
  ]),
  simple('Nguồn mâu thuẫn', 'conflicts', [
    column('about', 'Về việc', choice(WORDS.conflict), 'Các nguồn nói khác nhau về việc gì'),
    ...inTwoLanguages('text', 'Mâu thuẫn', 'Khác nhau thế nào, đã chọn cách nào'),
    column('matters', 'Nói với người dân', yes, 'Có: câu trả lời cho người dân nêu điều này'),
  ]),
  simple('Điều chưa rõ', 'gaps', [
    column('fact', 'Mục', choice(WORDS.fact), 'Mục nào chưa rõ'),
    ...inTwoLanguages('reason', 'Vì sao chưa rõ', 'Câu người dân đọc thay cho nội dung còn thiếu'),
  ]),
  simple('Nguồn', 'sources', [
    column('url', 'Địa chỉ', text, 'Trang nguồn, bắt đầu bằng https://'),
    column('date', 'Ngày của nguồn', day, 'Ngày xem trang hoặc ngày của tài liệu'),
    column('note', 'Ghi chú', text, 'Điều cần biết về nguồn'),
  ]),
];

/** The first column of every sheet, on every row. */
export const CODE_HEADER = 'Mã thủ tục';
