import { dayOf, formatDay } from '../../data/calendar/day.js';
import type { MissingFeedback } from '../office/feedback-desk.js';

/** Why a code shows nothing, as a line. */
export const missingWords = (code: string, missing: MissingFeedback): string =>
  missing.outcome === 'notFound'
    ? `Không có phản ánh ${code}.\n`
    : `Phản ánh ${code} đã xoá ngày ${formatDay(dayOf(new Date(missing.at)))} theo thời hạn lưu trữ.\n`;
