import type { LifeEvent } from '../catalogue.js';
import type { CheckedRecord, Finding } from './finding.js';
import { findingIn } from './finding.js';

/** Codes that point at no record. */
export const brokenReferences = (
  records: readonly CheckedRecord[],
  lifeEvents: readonly LifeEvent[],
): Finding[] => {
  const known = new Set(records.map(({ procedure }) => procedure.code));
  const said = {
    severity: 'error',
    rule: 'unknown-code',
    why: 'Người dân được dẫn tới một thủ tục không có.',
    fix: 'Sửa mã, hoặc thêm hồ sơ của thủ tục ấy.',
  } as const;
  return [
    ...records.flatMap((record) => {
      const { replacedBy } = record.procedure;
      return replacedBy === null || known.has(replacedBy)
        ? []
        : [findingIn(record, { ...said, field: 'replacedBy', what: `Không có thủ tục ${replacedBy}.` })];
    }),
    ...lifeEvents.flatMap(({ id, procedures }) =>
      procedures
        .filter((code) => !known.has(code))
        .map((code) => ({
          ...said,
          file: 'data/procedures/life-events',
          code: null,
          field: id,
          what: `Sự kiện "${id}" nhắc tới thủ tục ${code} không có.`,
        })),
    ),
  ];
};
