import type { Day } from '../../calendar/day.js';
import { formatDay } from '../../calendar/day.js';
import type { CheckedRecord, Finding } from './finding.js';
import { findingIn } from './finding.js';

const FRESH_FOR_DAYS = 180;

/** Records and notices whose day has passed or not come. */
export const outOfDate = (record: CheckedRecord, on: Day): Finding[] => [
  ...ranOut(record, on),
  ...period(record, on),
  ...notVerified(record, on),
];

const ranOut = (record: CheckedRecord, on: Day): Finding[] =>
  record.procedure.notices.flatMap(({ to }, index) =>
    to === null || to >= on
      ? []
      : [
          findingIn(record, {
            severity: 'warning',
            rule: 'notice-ran-out',
            field: `notices[${String(index)}]`,
            what: `Thông báo đã hết hạn ngày ${formatDay(to)}.`,
            why: 'Người dân vẫn thấy tin cũ, hoặc thiếu tin mới.',
            fix: 'Xem tình hình hiện nay rồi xoá, gia hạn hoặc thay thông báo.',
          }),
        ],
  );

const period = (record: CheckedRecord, on: Day): Finding[] => {
  const { effectiveFrom, effectiveTo } = record.procedure;
  const said = {
    severity: 'warning',
    rule: 'not-in-force',
    why: 'Người dân có thể làm theo quy định không áp dụng.',
    fix: 'Kiểm tra lại ngày; nếu đúng, thêm thông báo hoặc mã thay thế (replacedBy).',
  } as const;
  return [
    ...(effectiveFrom !== null && effectiveFrom > on
      ? [
          findingIn(record, {
            ...said,
            field: 'effectiveFrom',
            what: `Chỉ áp dụng từ ${formatDay(effectiveFrom)}.`,
          }),
        ]
      : []),
    ...(effectiveTo !== null && effectiveTo < on
      ? [
          findingIn(record, {
            ...said,
            field: 'effectiveTo',
            what: `Hết áp dụng ngày ${formatDay(effectiveTo)}.`,
          }),
        ]
      : []),
  ];
};

const notVerified = (record: CheckedRecord, on: Day): Finding[] => {
  const { verifiedOn, sources } = record.procedure;
  const newest = sources.map(({ date }) => date).reduce((one, other) => (one > other ? one : other));
  const days = (Date.parse(on) - Date.parse(verifiedOn)) / 86_400_000;
  return [
    ...(days > FRESH_FOR_DAYS
      ? [
          findingIn(record, {
            severity: 'warning',
            rule: 'not-verified',
            field: 'verifiedOn',
            what: `Đối chiếu lần cuối ${formatDay(verifiedOn)}, đã ${String(days)} ngày.`,
            why: `Quá ${String(FRESH_FOR_DAYS)} ngày, quy định có thể đã đổi.`,
            fix: 'Mở nguồn, so lại từng mục, rồi ghi ngày của nguồn.',
          }),
        ]
      : []),
    ...(verifiedOn > newest
      ? [
          findingIn(record, {
            severity: 'warning',
            rule: 'verified-after-sources',
            field: 'verifiedOn',
            what: `Ghi đối chiếu ngày ${formatDay(verifiedOn)}, nhưng nguồn mới nhất là ${formatDay(newest)}.`,
            why: 'Ngày đối chiếu phải là ngày của nguồn, không phải ngày nhập liệu.',
            fix: 'Ghi ngày của nguồn mới nhất, hoặc thêm nguồn mới hơn.',
          }),
        ]
      : []),
  ];
};
