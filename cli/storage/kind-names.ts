import type { Change } from '../../data/store.js';

/** What a clerk calls the kinds of records. */
export const KIND_NAMES: Readonly<Record<Change['kind'], string>> = {
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
