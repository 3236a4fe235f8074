import { DomainError } from '../data/domain-error.js';
import type { DomainErrorCode } from '../data/domain-error.js';
import { OwnerCommandError } from '../data/storage/owner-protocol.js';
import { UsageError } from './command.js';

/** What an error means to a clerk, in one sentence. Only a bug is not foreseen here. */
export const errorWords = (error: unknown): string => {
  if (error instanceof UsageError) return error.message;
  if (error instanceof DomainError || error instanceof OwnerCommandError)
    return WORDS[error.code] ?? error.message;
  if (isFolderError(error))
    return `Không dùng được thư mục dữ liệu (DATA_DIR): ${error.code}. Hãy kiểm tra đường dẫn và quyền ghi.`;
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return `Lỗi ngoài dự kiến: ${message}. Chạy lại với --debug để xem chi tiết.`;
};

/** Errors whose own message is meant for logs. */
const WORDS: Readonly<Partial<Record<string, string>>> = {
  'store.locked':
    'Thư mục dữ liệu đang có máy chủ hoặc một lệnh khác dùng. Hãy dừng máy chủ hoặc đợi lệnh kia xong rồi chạy lại.',
  'store.unavailable':
    'Không dùng được nơi lưu trữ: ổ đĩa đầy, máy chủ vừa dừng, hoặc cơ sở dữ liệu không trả lời. Chưa có gì được ghi.',
  'store.damaged':
    'Dữ liệu có chỗ hỏng nên không ghi thêm. Hãy dừng máy chủ rồi chạy lệnh repair, hoặc báo người hỗ trợ kỹ thuật.',
  'store.unfinished':
    'Nơi lưu trữ này mới được khôi phục hoặc chuyển dở dang. Hãy chạy lại lệnh restore hoặc migrate-storage đó cho xong.',
  'store.outdated':
    'Cơ sở dữ liệu đã được một phiên bản khác của chương trình này nâng cấp. Hãy dùng phiên bản đó.',
  'store.conflict': 'Dữ liệu vừa được người khác sửa. Hãy chạy lại lệnh.',
  'owner.gone': 'Máy chủ dừng trước khi trả lời xong. Hãy xem máy chủ rồi chạy lại lệnh.',
  'command.unknown': 'Máy chủ đang chạy là phiên bản cũ, chưa biết lệnh này. Hãy khởi động lại máy chủ.',
  internal: 'Máy chủ gặp lỗi khi làm lệnh này. Nhật ký của máy chủ ghi lý do.',
} satisfies Partial<Record<DomainErrorCode | 'owner.gone' | 'command.unknown' | 'internal', string>>;

const isFolderError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'].includes(error.code);
