import { z } from 'zod';
import { Feedback } from '../../feedback/feedback.js';
import type { Column, Table } from './column.js';
import { LABELS } from '../labels.js';

/** What leaves the store for a report: parsing strips the PIN's hash. */
export const FeedbackRow = z.object(Feedback.omit({ pin: true }).shape);
export type FeedbackRow = z.infer<typeof FeedbackRow>;

/** Contact and thread stay behind unless asked for. */
export const feedbackRow = (feedback: Feedback, withContact: boolean): FeedbackRow => {
  const row = FeedbackRow.parse(feedback);
  return withContact ? row : { ...row, contact: null, thread: null };
};

/** One row a feedback. */
export const feedbackTable = ({ withContact }: { withContact: boolean }): Table<FeedbackRow> => ({
  title: 'Phản ánh kiến nghị',
  columns: [...what, ...handling, ...(withContact ? contact : [])],
});

const answers = ({ history }: FeedbackRow) =>
  history.filter(({ state, by }) => state === 'answered' && by === 'office');

/** A message added while reopened leaves the state as it is and is no new objection. */
const timesReopened = (history: FeedbackRow['history']): number =>
  history.filter(({ state }, index) => state === 'reopened' && history[index - 1]?.state !== 'reopened')
    .length;

const what: readonly Column<FeedbackRow>[] = [
  {
    key: 'code',
    header: 'Mã phản ánh',
    type: 'text',
    describe: 'Mã người dân dùng để theo dõi',
    allowed: 'PA-XXXX-XXXX',
    value: ({ code }) => code,
  },
  {
    key: 'receivedAt',
    header: 'Nhận lúc',
    type: 'moment',
    describe: 'Lúc nhận phản ánh',
    allowed: 'Ngày giờ Việt Nam',
    value: ({ receivedAt }) => receivedAt,
  },
  {
    key: 'channel',
    header: 'Kênh',
    type: 'text',
    describe: 'Phản ánh đến qua đâu',
    allowed: Object.values(LABELS.channel).join('; '),
    value: ({ channel }) => LABELS.channel[channel],
  },
  {
    key: 'kind',
    header: 'Loại',
    type: 'text',
    describe: 'Phản ánh nói về việc gì',
    allowed: Object.values(LABELS.feedbackKind).join('; '),
    value: ({ kind }) => LABELS.feedbackKind[kind],
  },
  {
    key: 'text',
    header: 'Nội dung',
    type: 'text',
    describe: 'Lời người dân viết hoặc nói, giữ nguyên văn',
    allowed: 'Tối đa 5.000 ký tự',
    value: ({ text }) => text,
  },
  {
    key: 'locale',
    header: 'Ngôn ngữ',
    type: 'text',
    describe: 'Ngôn ngữ người gửi dùng',
    allowed: Object.values(LABELS.locale).join('; '),
    value: ({ locale }) => LABELS.locale[locale],
  },
  {
    key: 'dossierCode',
    header: 'Mã hồ sơ',
    type: 'text',
    describe: 'Hồ sơ mà phản ánh nói tới',
    allowed: 'Mã hồ sơ; trống: không nêu',
    value: ({ dossierCode }) => dossierCode,
  },
  {
    key: 'procedureCode',
    header: 'Mã thủ tục',
    type: 'text',
    describe: 'Thủ tục mà phản ánh nói tới',
    allowed: 'Mã thủ tục quốc gia; trống: không rõ',
    value: ({ procedureCode }) => procedureCode,
  },
];

const handling: readonly Column<FeedbackRow>[] = [
  {
    key: 'state',
    header: 'Trạng thái',
    type: 'text',
    describe: 'Đang ở bước nào khi xuất dữ liệu',
    allowed: Object.values(LABELS.feedbackState).join('; '),
    value: ({ state }) => LABELS.feedbackState[state],
  },
  {
    key: 'stateSince',
    header: 'Cập nhật lúc',
    type: 'moment',
    describe: 'Lúc có thay đổi gần nhất',
    allowed: 'Ngày giờ Việt Nam',
    value: ({ history }) => history.at(-1)?.at ?? null,
  },
  {
    key: 'firstAnsweredAt',
    header: 'Trả lời lần đầu lúc',
    type: 'moment',
    describe: 'Lúc cơ quan trả lời lần đầu',
    allowed: 'Ngày giờ Việt Nam; trống: chưa trả lời',
    value: (row) => answers(row)[0]?.at ?? null,
  },
  {
    key: 'lastAnswer',
    header: 'Câu trả lời gần nhất',
    type: 'text',
    describe: 'Lời cơ quan đã gửi người dân',
    allowed: 'Nguyên văn; trống: chưa trả lời',
    value: (row) => answers(row).at(-1)?.text ?? null,
  },
  {
    key: 'timesReopened',
    header: 'Số lần mở lại',
    type: 'number',
    describe: 'Số lần người dân báo chưa được giải quyết',
    allowed: 'Lần; số nguyên từ 0',
    value: ({ history }) => timesReopened(history),
  },
  {
    key: 'recordedBy',
    header: 'Người ghi',
    type: 'text',
    describe: 'Cán bộ ghi lại phản ánh nhận qua điện thoại hoặc giấy',
    allowed: 'Tên cán bộ; trống: người dân tự gửi',
    value: ({ recordedBy }) => recordedBy,
  },
];

const contact: readonly Column<FeedbackRow>[] = [
  {
    key: 'contactName',
    header: 'Tên người gửi',
    type: 'text',
    describe: 'Dữ liệu cá nhân: chỉ dùng để trả lời phản ánh này',
    allowed: 'Trống: không nêu',
    value: (row) => row.contact?.name ?? null,
  },
  {
    key: 'contactReach',
    header: 'Liên hệ',
    type: 'text',
    describe: 'Dữ liệu cá nhân: số điện thoại hoặc địa chỉ người gửi đồng ý cho liên hệ',
    allowed: 'Trống: người gửi không đồng ý hoặc không nêu',
    value: (row) => row.contact?.reach ?? null,
  },
  {
    key: 'consentAt',
    header: 'Đồng ý liên hệ lúc',
    type: 'moment',
    describe: 'Lúc người gửi đồng ý để cơ quan liên hệ',
    allowed: 'Ngày giờ Việt Nam; trống: không đồng ý',
    value: (row) => row.contact?.consentAt ?? null,
  },
];
