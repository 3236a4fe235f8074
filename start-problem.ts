import type { Config } from './config.js';
import { DomainError } from './data/domain-error.js';

/** Why the start failed, in one line that names the setting and what to do. */
export const startProblem = (error: unknown, { HOST, PORT, DATA_DIR }: Config): string => {
  if (error instanceof DomainError) return domainProblem(error, DATA_DIR);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `PORT: cổng ${String(PORT)} đang có chương trình khác dùng. Đặt PORT thành một cổng khác từ 1 đến 65535.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST: máy này không có địa chỉ "${HOST}". Cho phép: 127.0.0.1, 0.0.0.0 hoặc một địa chỉ của máy.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return `DATA_DIR hoặc PORT: không ghi được vào thư mục "${DATA_DIR}" hoặc không mở được cổng ${String(PORT)}. DATA_DIR phải là thư mục ghi được; cổng dưới 1024 cần quyền quản trị.`;
    default:
      return `Không khởi động được: ${error instanceof Error ? error.message : String(error)}`;
  }
};

const domainProblem = (error: DomainError, folder: string): string => {
  const oneLine = error.message.replace(/\s*\n\s*/g, ' ');
  switch (error.code) {
    case 'store.locked':
      return `DATA_DIR: thư mục "${folder}" đang có một máy chủ khác dùng. Dừng máy chủ đó hoặc đặt DATA_DIR khác.`;
    case 'dataset.invalid':
      return `Tệp dữ liệu hoặc hồ sơ cơ quan (OFFICE_PROFILE) chưa đúng: ${oneLine}`;
    default:
      return oneLine;
  }
};
