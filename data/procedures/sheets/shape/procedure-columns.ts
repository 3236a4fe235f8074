import { choice, choices, day, lines, procedureCode, text, yes } from './cell-kind.js';
import { WORDS } from './fact-words.js';
import { column, inTwoLanguages } from './sheet-column.js';
import type { SheetColumn } from './sheet-column.js';

/** The facts of a record that stand once, on its first row. */
export const PROCEDURE_COLUMNS: readonly SheetColumn[] = [
  ...inTwoLanguages('title', 'Tên dễ hiểu', 'Tên ngắn như người dân gọi'),
  column('name', 'Tên chính thức', text, 'Đúng từng chữ như văn bản công bố'),
  ...inTwoLanguages('summary', 'Tóm tắt', 'Một hai câu ngắn: được gì, dành cho ai'),
  ...inTwoLanguages('agency', 'Nơi quyết định', 'Cơ quan quyết định hiện nay; trống: chưa rõ'),
  ...inTwoLanguages('applicants', 'Ai được làm', 'Ai được nộp hồ sơ; trống: chưa rõ'),
  column('channels', 'Cách nộp', choices(WORDS.channel), 'Nộp hồ sơ bằng cách nào'),
  ...inTwoLanguages('whereToFile', 'Nơi nộp', 'Nộp ở đâu; trống: chưa rõ'),
  ...inTwoLanguages('result', 'Kết quả', 'Người dân nhận được gì; trống: chưa rõ'),
  ...inTwoLanguages('collectAt', 'Nơi nhận kết quả', 'Trống: tại quầy Một cửa hoặc qua bưu chính'),
  column('fee.kind', 'Lệ phí', choice(WORDS.fee), 'Chỉ ghi Miễn phí khi có nguồn nói; trống: chưa công bố'),
  ...inTwoLanguages('fee.text', 'Mức lệ phí', 'Mức tiền, hoặc ai quy định'),
  column('processingTime.notSetByLaw', 'Luật không ấn định thời hạn', yes, 'Nguồn nói không có thời hạn'),
  ...inTwoLanguages(
    'processingTime.note',
    'Ghi chú thời hạn',
    'Điều các con số ở trang Thời hạn chưa nói hết',
  ),
  column(
    'processingTime.unreconciled',
    'Chưa đối chiếu thời hạn',
    yes,
    'Chỉ dựa vào NĐ 131/2021/NĐ-CP, chưa đối chiếu với quyết định công bố mới',
  ),
  column('publishedBy', 'Quyết định công bố', text, 'Ví dụ QĐ 526/QĐ-BNV'),
  column('effectiveFrom', 'Có hiệu lực từ', day, 'Ngày thủ tục bắt đầu có hiệu lực'),
  column('effectiveTo', 'Hết hiệu lực sau', day, 'Ngày cuối cùng thủ tục còn hiệu lực'),
  column('replacedBy', 'Được thay bằng', procedureCode, 'Mã thủ tục thay thế; trống: không'),
  column('levelSource', 'Nguồn của cấp', choice(WORDS.levelSource), 'Cấp thực hiện đã công bố hay suy ra'),
  column('verifiedOn', 'Kiểm chứng ngày', day, 'Ngày của nguồn mới nhất: đến ngày ấy nội dung này đúng'),
  column('confidence', 'Độ tin cậy', choice(WORDS.confidence), 'Cao: có nguồn công bố hiện hành'),
  column('detail', 'Mức chi tiết', choice(WORDS.detail), 'Chỉ biết tên: câu trả lời nói rõ như vậy'),
  column('aliases', 'Tên thường gọi', lines, 'Người dân gọi thủ tục này là gì'),
  column('abbreviations', 'Viết tắt', lines, 'Các cách viết tắt'),
  column('situations', 'Hoàn cảnh', lines, 'Hoàn cảnh dẫn đến thủ tục này, theo lời người dân'),
];
