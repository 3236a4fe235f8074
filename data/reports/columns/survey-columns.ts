import { SURVEY_FACTORS } from '../../surveys/survey-response.js';
import type { SurveyFactor, SurveyResponse } from '../../surveys/survey-response.js';
import type { Column, Table } from './column.js';
import { LABELS } from '../labels.js';

const SCALE =
  '1 rất không hài lòng, 2 không hài lòng, 3 bình thường, 4 hài lòng, 5 rất hài lòng; trống: không chấm câu này';

const score = (factor: SurveyFactor): Column<SurveyResponse> => ({
  key: factor,
  header: LABELS.surveyFactor[factor],
  type: 'number',
  describe: `Điểm người dân chấm cho "${LABELS.surveyFactor[factor]}"`,
  allowed: SCALE,
  value: ({ scores }) => scores[factor],
});

/** One row a survey reply. */
export const surveyTable: Table<SurveyResponse> = {
  title: 'Phiếu khảo sát',
  columns: [
    {
      key: 'id',
      header: 'Mã phiếu',
      type: 'text',
      describe: 'Mã riêng của phiếu; mỗi hồ sơ, mỗi giai đoạn chỉ có một phiếu',
      allowed: 'Chữ và số',
      value: ({ id }) => id,
    },
    {
      key: 'receivedAt',
      header: 'Nhận lúc',
      type: 'moment',
      describe: 'Lúc người dân gửi phiếu',
      allowed: 'Ngày giờ Việt Nam',
      value: ({ receivedAt }) => receivedAt,
    },
    {
      key: 'channel',
      header: 'Kênh',
      type: 'text',
      describe: 'Người dân gửi phiếu qua đâu',
      allowed: Object.values(LABELS.channel).join('; '),
      value: ({ channel }) => LABELS.channel[channel],
    },
    {
      key: 'locale',
      header: 'Ngôn ngữ',
      type: 'text',
      describe: 'Ngôn ngữ của phiếu',
      allowed: Object.values(LABELS.locale).join('; '),
      value: ({ locale }) => LABELS.locale[locale],
    },
    {
      key: 'phase',
      header: 'Giai đoạn',
      type: 'text',
      describe: 'Phiếu nói về lúc nộp hồ sơ hay lúc nhận kết quả',
      allowed: Object.values(LABELS.surveyPhase).join('; '),
      value: ({ phase }) => LABELS.surveyPhase[phase],
    },
    {
      key: 'dossierCode',
      header: 'Mã hồ sơ',
      type: 'text',
      describe: 'Hồ sơ mà phiếu nói tới',
      allowed: 'Mã hồ sơ; trống: người dân không nêu',
      value: ({ dossierCode }) => dossierCode,
    },
    {
      key: 'procedureCode',
      header: 'Mã thủ tục',
      type: 'text',
      describe: 'Thủ tục mà phiếu nói tới',
      allowed: 'Mã thủ tục quốc gia, ví dụ 1.014199; trống: không rõ',
      value: ({ procedureCode }) => procedureCode,
    },
    ...SURVEY_FACTORS.map(score),
    {
      key: 'overall',
      header: 'Hài lòng chung',
      type: 'number',
      describe: 'Điểm chung khi chỉ hỏi một câu (tin nhắn SMS); không tính ra từ năm điểm kia',
      allowed: SCALE,
      value: ({ overall }) => overall,
    },
    {
      key: 'comment',
      header: 'Ý kiến thêm',
      type: 'text',
      describe: 'Lời người dân viết, giữ nguyên văn',
      allowed: 'Tối đa 2.000 ký tự; trống: không viết',
      value: ({ comment }) => comment,
    },
  ],
};
