import type { Digest } from '../../data/storage/backup/digest.js';
import { CHANGE_KINDS } from '../../data/store.js';
import type { Change } from '../../data/store.js';

/** What was moved, a line for each kind and one for the checksum, to compare by eye. */
export const countsText = ({ counts, checksum }: Digest): string =>
  [
    ...CHANGE_KINDS.flatMap((kind) => (kind in counts ? [countLine(NAMES[kind], counts[kind] ?? 0)] : [])),
    `  mã kiểm tra: ${checksum}`,
    '',
  ].join('\n');

const countLine = (name: string, count: number): string => `  ${name}: ${count.toLocaleString('vi-VN')}`;

const NAMES: Readonly<Record<Change['kind'], string>> = {
  feedback: 'phản ánh, kiến nghị',
  survey: 'phiếu khảo sát',
  dossier: 'hồ sơ',
  state: 'hội thoại đang dở',
  activity: 'tin nhắn trong hội thoại',
  receipt: 'biên nhận tin đến',
  audit: 'dòng nhật ký thao tác',
  correction: 'bản sửa thủ tục',
  alias: 'tên gọi của địa phương',
  question: 'câu hỏi chưa trả lời được',
  answer: 'phiếu trả lời đã đưa cho công dân',
  erasure: 'dấu vết đã xoá',
};
