import { DOSSIER_STATUSES } from '../../dossiers/dossier.js';
import type { Dossier } from '../../dossiers/dossier.js';
import { dossierTiming } from '../../dossiers/lateness/dossier-timing.js';
import type { TimingRules } from '../../dossiers/lateness/dossier-timing.js';
import type { Column, Table } from './column.js';
import { LABELS } from '../labels.js';

/** One row a dossier; nothing of the applicant's phone or identity number. Late as of the day in the rules, counted as for citizens. */
export const dossierTable = (rules: TimingRules): Table<Dossier> => ({
  title: 'Hồ sơ',
  columns: [
    ...columns,
    {
      key: 'overdue',
      header: 'Quá hạn',
      type: 'text',
      describe:
        'Đã qua ngày hẹn mà hồ sơ vẫn đang được giải quyết, tính đến ngày xuất dữ liệu; ngày hẹn đã lùi theo lời xin lỗi và thời gian chờ bổ sung',
      allowed: 'Có; Không; trống: không có ngày hẹn',
      value: (dossier) => {
        const { state, dueDate } = dossierTiming(dossier, rules);
        if (dueDate === null) return null;
        return state === 'overdue' ? 'Có' : 'Không';
      },
    },
  ],
});

const columns: readonly Column<Dossier>[] = [
  {
    key: 'code',
    header: 'Mã hồ sơ',
    type: 'text',
    describe: 'Mã in trên giấy hẹn, viết theo một kiểu thống nhất',
    allowed: 'Ví dụ 000.00.12.H56-261105-0001',
    value: ({ code }) => code,
  },
  {
    key: 'procedureCode',
    header: 'Mã thủ tục',
    type: 'text',
    describe: 'Mã thủ tục quốc gia',
    allowed: 'Ví dụ 1.014199; trống: không rõ',
    value: ({ procedureCode }) => procedureCode,
  },
  {
    key: 'procedureName',
    header: 'Tên thủ tục',
    type: 'text',
    describe: 'Tên thủ tục như trên giấy hẹn',
    allowed: 'Chữ',
    value: ({ procedureName }) => procedureName,
  },
  {
    key: 'statusNumber',
    header: 'Số trạng thái',
    type: 'number',
    describe: 'Trạng thái theo số thứ tự của Cổng Dịch vụ công quốc gia',
    allowed: 'Số nguyên từ 1 đến 10',
    value: ({ status }) => DOSSIER_STATUSES.indexOf(status) + 1,
  },
  {
    key: 'status',
    header: 'Trạng thái',
    type: 'text',
    describe: 'Trạng thái bằng chữ',
    allowed: DOSSIER_STATUSES.map(
      (status, index) => `${String(index + 1)} ${LABELS.dossierStatus[status]}`,
    ).join('; '),
    value: ({ status }) => LABELS.dossierStatus[status],
  },
  {
    key: 'receivedAt',
    header: 'Nhận lúc',
    type: 'moment',
    describe: 'Lúc nhận hồ sơ',
    allowed: 'Ngày giờ Việt Nam',
    value: ({ receivedAt }) => receivedAt,
  },
  {
    key: 'dueDate',
    header: 'Ngày hẹn trả',
    type: 'day',
    describe: 'Ngày hẹn trả kết quả trên giấy hẹn',
    allowed: 'Ngày; trống: không có hẹn',
    value: ({ dueDate }) => dueDate,
  },
  {
    key: 'unit',
    header: 'Đơn vị đang giữ',
    type: 'text',
    describe: 'Hồ sơ đang ở đâu',
    allowed: 'Chữ; trống: không rõ',
    value: ({ unit }) => unit,
  },
  {
    key: 'requested',
    header: 'Yêu cầu với người nộp',
    type: 'text',
    describe: 'Người nộp cần bổ sung hoặc đóng gì',
    allowed: 'Chữ; trống: không yêu cầu gì',
    value: ({ requested }) => requested,
  },
  {
    key: 'asOf',
    header: 'Số liệu lúc',
    type: 'moment',
    describe: 'Thông tin của hồ sơ đúng đến lúc nào',
    allowed: 'Ngày giờ Việt Nam',
    value: ({ asOf }) => asOf,
  },
  {
    key: 'source',
    header: 'Nguồn',
    type: 'text',
    describe: 'Thông tin lấy từ đâu',
    allowed: 'Chữ',
    value: ({ source }) => source,
  },
];
