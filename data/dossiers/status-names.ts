import type { DossierStatus } from './dossier.js';

/** The ten names of the national portal, in its order. */
export const STATUS_NAMES: Readonly<Record<DossierStatus, string>> = {
  registered: 'Mới đăng ký',
  accepted: 'Được tiếp nhận',
  refused: 'Không được tiếp nhận',
  processing: 'Đang xử lý',
  supplementRequested: 'Yêu cầu bổ sung giấy tờ',
  paymentRequested: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  withdrawalRequested: 'Công dân yêu cầu rút hồ sơ',
  stopped: 'Dừng xử lý',
  finished: 'Đã xử lý xong',
  returned: 'Đã trả kết quả',
};
