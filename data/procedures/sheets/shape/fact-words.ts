import type { FilingChannel } from '../../filing-channel.js';
import type { FactName, FieldId, Level, Notice, Procedure } from '../../procedure.js';
import type { TimeUnit } from '../../processing-time.js';

/** The names of the sheets; Excel allows 31 characters. */
export const FIELD_SHEETS: Readonly<Record<FieldId, string>> = {
  'viec-lam': 'Việc làm',
  'lao-dong-ngoai-nuoc': 'Lao động ngoài nước',
  'nguoi-co-cong': 'Người có công',
  'bao-tro-xa-hoi': 'Bảo trợ xã hội',
  'tre-em': 'Trẻ em',
  'te-nan-xa-hoi': 'Phòng, chống tệ nạn xã hội',
  'cai-nghien': 'Cai nghiện',
  'giam-ngheo': 'Giảm nghèo',
  'lao-dong-tien-luong': 'Lao động, tiền lương',
  'an-toan-lao-dong': 'An toàn lao động',
  'giao-duc-nghe-nghiep': 'Giáo dục nghề nghiệp',
};

/** The words of the records as they stand in cells. */
export const WORDS = {
  level: { commune: 'Cấp xã', province: 'Cấp tỉnh', ministry: 'Cấp bộ' } satisfies Record<Level, string>,
  levelSource: { published: 'Đã công bố', deduced: 'Suy ra' } satisfies Record<
    Procedure['levelSource'],
    string
  >,
  channel: {
    online: 'trực tuyến',
    post: 'bưu chính',
    counter: 'trực tiếp',
  } satisfies Record<FilingChannel, string>,
  fee: { free: 'Miễn phí', set: 'Có quy định' },
  unit: { workingDay: 'ngày làm việc', day: 'ngày', hour: 'giờ' } satisfies Record<TimeUnit, string>,
  confidence: { high: 'Cao', medium: 'Vừa' } satisfies Record<Procedure['confidence'], string>,
  detail: { full: 'Đầy đủ', nameOnly: 'Chỉ biết tên' } satisfies Record<Procedure['detail'], string>,
  notice: {
    paused: 'Tạm dừng',
    notYetOpen: 'Chưa mở',
    changing: 'Sắp thay đổi',
    information: 'Thông tin',
  } satisfies Record<Notice['kind'], string>,
  conflict: {
    time: 'Thời gian',
    steps: 'Các bước',
    documents: 'Giấy tờ',
    agency: 'Cơ quan',
    name: 'Tên gọi',
    level: 'Cấp thực hiện',
    legalBasis: 'Căn cứ pháp lý',
    duplicate: 'Trùng lặp',
    other: 'Khác',
  } satisfies Record<Procedure['conflicts'][number]['about'], string>,
  fact: {
    agency: 'Nơi quyết định',
    applicants: 'Ai được làm',
    conditions: 'Điều kiện',
    documents: 'Giấy tờ',
    copies: 'Số bản',
    steps: 'Các bước',
    legalTime: 'Thời gian giải quyết',
    fee: 'Lệ phí',
    channels: 'Cách nộp',
    whereToFile: 'Nơi nộp',
    result: 'Kết quả',
    collectAt: 'Nơi nhận kết quả',
    legalBasis: 'Căn cứ pháp lý',
  } satisfies Record<FactName, string>,
} as const;
