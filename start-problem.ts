import type { Config } from './config.js';
import { DomainError } from './data/domain-error.js';

type Faulty = Pick<Config, 'HOST' | 'PORT' | 'DATA_DIR' | 'STORAGE'>;

/** Why the start failed, in one line that names the setting and what is allowed. */
export const startProblem = (error: unknown, config: Faulty): string => {
  if (error instanceof DomainError) return domainProblem(error, config);
  if (!(error instanceof Error)) return `Không khởi động được: ${String(error)}`;
  const code = 'code' in error ? String(error.code) : '';
  const listening = 'syscall' in error && error.syscall === 'listen';
  const say = (listening ? LISTEN_FAULTS : FOLDER_FAULTS)[code];
  return say ? say(config) : `Không khởi động được: ${error.message}`;
};

type Faults = Readonly<Record<string, (config: Faulty) => string>>;

const hostFault = ({ HOST }: Faulty): string =>
  `HOST: máy này không có địa chỉ "${HOST}". Cho phép: 127.0.0.1, 0.0.0.0 hoặc một địa chỉ của máy.`;

const LISTEN_FAULTS: Faults = {
  EADDRINUSE: ({ PORT }) =>
    `PORT: cổng ${String(PORT)} đang có chương trình khác dùng. Đặt PORT thành một cổng khác từ 1 đến 65535.`,
  EACCES: ({ PORT }) =>
    `PORT: không được phép mở cổng ${String(PORT)}. Cổng dưới 1024 cần quyền quản trị; đặt một cổng khác.`,
  EADDRNOTAVAIL: hostFault,
};

const folderFault = ({ DATA_DIR }: Faulty): string =>
  `DATA_DIR: không ghi được vào "${DATA_DIR}". Cho phép: một thư mục mà người chạy máy chủ ghi được.`;

const FOLDER_FAULTS: Faults = {
  EACCES: folderFault,
  EPERM: folderFault,
  EROFS: folderFault,
  ENOTDIR: folderFault,
  EEXIST: folderFault,
  ENOSPC: folderFault,
  ENOTFOUND: hostFault,
};

const domainProblem = ({ code, message }: DomainError, { DATA_DIR: folder, STORAGE }: Faulty): string => {
  const oneLine = message.replace(/\s*\n\s*/g, ' ');
  if (STORAGE === 'postgres' && code === 'store.unavailable')
    return `DATABASE_URL: không dùng được cơ sở dữ liệu${reasonIn(message)}. Kiểm tra địa chỉ, tên, mật khẩu, và PostgreSQL có đang chạy không.`;
  if (code === 'store.outdated')
    return `DATABASE_URL: cơ sở dữ liệu đã được một phiên bản khác của chương trình này nâng cấp. Cài phiên bản đó trên mọi máy. (${oneLine})`;
  if (code === 'store.locked')
    return `DATA_DIR: thư mục "${folder}" đang có một máy chủ khác dùng. Dừng máy chủ đó hoặc đặt DATA_DIR khác.`;
  if (code === 'store.unfinished')
    return `STORAGE: nơi lưu trữ mới được khôi phục hoặc chuyển dở dang. Chạy lại lệnh restore hoặc migrate-storage cho xong.`;
  if (code === 'dataset.invalid') return `OFFICE_PROFILE hoặc tệp dữ liệu chưa đúng: ${oneLine}`;
  return oneLine;
};

/** PostgreSQL's or the system's own code: 28P01 is a wrong password, ECONNREFUSED a server that does not run. */
const reasonIn = (message: string): string => {
  const [, reason] = /\((\w+)\)/.exec(message) ?? [];
  return reason === undefined ? '' : ` (${reason})`;
};
