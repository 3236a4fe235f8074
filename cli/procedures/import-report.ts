import { formatDay } from '../../data/calendar/day.js';
import { problemText } from '../../data/procedures/sheets/reading/sheet-problem.js';
import type { RecordChange } from '../../data/procedures/sheets/compare-records.js';
import { answerLines } from './answer-lines.js';
import type { ChangedRecord, ImportPlan, PlacedFinding } from './plan-import.js';

/** What the import changes, in words for the clerk who has to answer for it. */
export const importReport = (file: string, plan: ImportPlan): string => {
  const added = plan.changed.filter(({ isNew }) => isNew).length;
  const all = plan.changed.length + plan.unchanged;
  return [
    `Tệp ${file} có ${String(all)} thủ tục: ${String(plan.changed.length - added)} thay đổi, ${String(added)} mới, ${String(plan.unchanged)} giữ nguyên.`,
    ...plan.changed.flatMap(recordLines),
    ...(plan.changed.length === 0 ? [] : ['', ...answerLines(plan)]),
    ...findingLines('LỖI', plan.blocking),
    ...findingLines('XEM LẠI', plan.doubtful),
    '',
  ].join('\n');
};

const recordLines = ({ record, isNew, changes, stillVerifiedOn, replacedFrom }: ChangedRecord): string[] => [
  '',
  `${record.code} ${record.title.vi}${isNew ? ' (thủ tục mới)' : ''}`,
  ...changes.map((change) => `  ${changeText(change)}`),
  ...(stillVerifiedOn === null
    ? []
    : [`  Lưu ý: ngày kiểm chứng vẫn là ${formatDay(stillVerifiedOn)}. Có nguồn mới thì sửa cả ngày này.`]),
  ...(replacedFrom === null
    ? []
    : [
        `  Lưu ý: từ ngày ${formatDay(replacedFrom)} đã có bản khác của cơ quan, bản này chỉ dùng đến hết ngày trước đó.`,
      ]),
];

const changeText = (change: RecordChange): string => {
  switch (change.kind) {
    case 'added':
      return `Thêm dòng, ${change.list}: ${change.of}`;
    case 'removed':
      return `Bỏ dòng, ${change.list}: ${change.of}`;
    case 'reordered':
      return `Đổi thứ tự các dòng: ${change.list}`;
    case 'fact':
      return [
        change.list,
        change.of === null ? null : `"${change.of}"`,
        `${change.header}: ${change.from} → ${change.to}`,
      ]
        .filter((part) => part !== null)
        .join(', ');
  }
};

const findingLines = (word: string, findings: readonly PlacedFinding[]): string[] =>
  findings.flatMap(({ finding, place }, index) => [
    ...(index === 0 ? [''] : []),
    `${word} ${place ? problemText({ ...place, what: finding.what }) : `thủ tục ${finding.code ?? ''}: ${finding.what}`}`,
    `    Cách sửa: ${finding.fix}`,
  ]);
