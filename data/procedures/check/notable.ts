import type { Procedure } from '../procedure.js';
import type { CheckedRecord, Finding } from './finding.js';
import { findingIn } from './finding.js';

/** Known and kept as it is: what staff should be able to explain when asked. */
export const notable = (record: CheckedRecord): Finding[] => [
  ...NOTES.filter(({ applies }) => applies(record.procedure)).map(({ rule, field, what, why, fix }) =>
    findingIn(record, { severity: 'information', rule, field, what, why, fix }),
  ),
  ...record.procedure.conflicts.map(({ text }, index) =>
    findingIn(record, {
      severity: 'information',
      rule: 'conflict',
      field: `conflicts[${String(index)}]`,
      what: `Các nguồn không khớp: ${text.vi}`,
      why: 'Người dân có thể nghe hai câu trả lời khác nhau.',
      fix: 'Hỏi cơ quan công bố; khi có kết luận thì sửa và xoá dòng này.',
    }),
  ),
];

const NOTES: readonly (Pick<Finding, 'rule' | 'field' | 'what' | 'why' | 'fix'> & {
  applies: (procedure: Procedure) => boolean;
})[] = [
  {
    applies: ({ levels }) => levels.length > 1,
    rule: 'several-levels',
    field: 'levels',
    what: 'Một mã công bố cho nhiều cấp.',
    why: 'Người dân dễ nộp nhầm cấp.',
    fix: 'Ghi rõ mỗi cấp làm gì (levels.does) khi có nguồn.',
  },
  {
    applies: ({ processingTime }) => processingTime.notSetByLaw,
    rule: 'no-limit-by-law',
    field: 'processingTime',
    what: 'Không nguồn nào công bố thời hạn.',
    why: 'Người dân không biết khi nào có kết quả.',
    fix: 'Nếu địa phương có quyết định về thời hạn, ghi vào hồ sơ cơ quan.',
  },
  {
    applies: ({ processingTime }) => processingTime.unreconciled,
    rule: 'unreconciled-time',
    field: 'processingTime',
    what: 'Thời hạn chỉ theo NĐ 131/2021/NĐ-CP, chưa đối chiếu với quyết định công bố mới.',
    why: 'Thời hạn thực tế có thể khác.',
    fix: 'Đối chiếu khi có quyết định công bố.',
  },
  {
    applies: ({ detail }) => detail === 'nameOnly',
    rule: 'name-only',
    field: 'detail',
    what: 'Chỉ biết mã và tên.',
    why: 'Trợ lý chỉ dẫn người dân sang trang chính thức.',
    fix: 'Bổ sung khi tìm được quyết định công bố.',
  },
];
