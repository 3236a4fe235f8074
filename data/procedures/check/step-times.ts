import type { TimeUnit } from '../processing-time.js';
import type { CheckedRecord, Finding } from './finding.js';
import { findingIn } from './finding.js';

/** Eight hours make a working day. */
const HOURS_A_DAY = 8;

/** Step times that do not add up to the published total. The ministry publishes such: kept as published, and said so. */
export const stepTimes = (record: CheckedRecord): Finding[] => {
  const { steps, processingTime } = record.procedure;
  const times = (steps ?? []).flatMap(({ time }) => (time === null ? [] : [time]));
  const [total] = processingTime.legal;
  if (total === undefined || times.length === 0) return [];
  const kinds = new Set([...times, total].map(({ unit }) => kindOf(unit)));
  const said = {
    severity: 'information',
    rule: 'steps-do-not-add-up',
    field: 'steps',
    why: 'Người dân cộng lại sẽ thấy khác tổng thời hạn.',
    fix: 'Giữ như nguồn công bố; hỏi cơ quan công bố nếu cần.',
  } as const;
  if (kinds.size > 1)
    return [
      findingIn(record, {
        ...said,
        rule: 'steps-in-mixed-units',
        what: 'Các bước tính bằng đơn vị khác nhau nên không cộng được.',
      }),
    ];
  const sum = times.reduce((days, time) => days + inDays(time), 0);
  return Math.abs(sum - inDays(total)) < 0.01
    ? []
    : [
        findingIn(record, {
          ...said,
          what: `Các bước cộng lại ${days(sum)}, tổng công bố ${days(inDays(total))}.`,
        }),
      ];
};

const kindOf = (unit: TimeUnit): 'working' | 'calendar' => (unit === 'day' ? 'calendar' : 'working');

const inDays = ({ value, unit }: { value: number; unit: TimeUnit }): number =>
  unit === 'hour' ? value / HOURS_A_DAY : value;

const days = (value: number): string => `${value.toLocaleString('vi-VN')} ngày`;
