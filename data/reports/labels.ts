import { STATUS_NAMES } from '../dossiers/status-names.js';
import type { Channel, FeedbackKind, FeedbackState } from '../feedback/feedback.js';
import type { Locale } from '../language/locale.js';
import type { SurveyFactor, SurveyPhase } from '../surveys/survey-response.js';

/** The words staff read in lists and exports for what the records say in one word. */
export const LABELS = {
  channel: {
    chat: 'Khung chat',
    sms: 'Tin nhắn SMS',
    zalo: 'Zalo',
    phone: 'Điện thoại',
    paper: 'Hòm thư giấy',
    form: 'Biểu mẫu trên web',
  } satisfies Record<Channel, string>,
  locale: { vi: 'Tiếng Việt', en: 'Tiếng Anh' } satisfies Record<Locale, string>,
  feedbackKind: {
    attitude: 'Thái độ phục vụ',
    delay: 'Chậm trễ',
    paperwork: 'Giấy tờ, thủ tục',
    fee: 'Phí, lệ phí',
    suggestion: 'Góp ý',
    praise: 'Khen ngợi',
    other: 'Khác',
    unclassified: 'Chưa phân loại',
  } satisfies Record<FeedbackKind, string>,
  feedbackState: {
    received: 'Đã tiếp nhận',
    inProgress: 'Đang xử lý',
    answered: 'Đã trả lời',
    reopened: 'Chưa hài lòng, xử lý lại',
    closed: 'Đã đóng',
  } satisfies Record<FeedbackState, string>,
  surveyPhase: {
    reception: 'Khi nộp hồ sơ',
    result: 'Khi nhận kết quả',
  } satisfies Record<SurveyPhase, string>,
  surveyFactor: {
    access: 'Tiếp cận dịch vụ',
    procedure: 'Thủ tục hành chính',
    staff: 'Công chức phục vụ',
    result: 'Kết quả giải quyết',
    feedbackHandling: 'Xử lý phản ánh, kiến nghị',
  } satisfies Record<SurveyFactor, string>,
  dossierStatus: STATUS_NAMES,
} as const;
