import { z } from 'zod';
import { Day } from '../../calendar/day.js';
import type { CheckedRecord, Finding } from './finding.js';
import { findingIn } from './finding.js';

/** What is known of an instrument's life; the table holds only what a source says. */
export const InstrumentHistory = z.strictObject({
  number: z.string().min(1),
  replacedBy: z.string().nullable(),
  inForceFrom: Day.nullable(),
  /** The last day it applied. */
  inForceTo: Day.nullable(),
  /** False: understood from context, not read in a source. */
  certain: z.boolean(),
  source: z.string().min(1),
});
export type InstrumentHistory = z.infer<typeof InstrumentHistory>;

/** A record without legal basis, or with one that no longer or not yet applies on the day. */
export const doubtfulBasis = (
  record: CheckedRecord,
  instruments: readonly InstrumentHistory[],
  on: Day,
): Finding[] => {
  const { legalBasis } = record.procedure;
  if (legalBasis.length === 0) return [missing(record)];
  const known = new Map(instruments.map((instrument) => [instrument.number, instrument]));
  return legalBasis.flatMap(({ number, date }, index) => {
    const history = known.get(number);
    const field = `legalBasis[${String(index)}]`;
    if (history?.inForceTo && history.inForceTo < on) return [replaced(record, field, history)];
    const from = history?.inForceFrom ?? date;
    return from !== null && from > on ? [notYet(record, field, number, from)] : [];
  });
};

const missing = (record: CheckedRecord): Finding =>
  findingIn(record, {
    severity: 'warning',
    rule: 'legal-basis-missing',
    field: 'legalBasis',
    what: 'Chưa có căn cứ pháp lý.',
    why: 'Người dân không biết thủ tục theo văn bản nào.',
    fix: 'Ghi số, tên và ngày của văn bản theo quyết định công bố.',
  });

const replaced = (record: CheckedRecord, field: string, history: InstrumentHistory): Finding =>
  findingIn(record, {
    severity: 'warning',
    rule: 'legal-basis-replaced',
    field,
    what:
      `${history.number} hết áp dụng sau ngày ${history.inForceTo ?? ''}` +
      (history.replacedBy === null ? '.' : `; nay là ${history.replacedBy}.`) +
      (history.certain ? '' : ' (Suy ra từ bối cảnh, chưa đọc được ở nguồn.)'),
    why: 'Câu trả lời dựa trên văn bản cũ có thể sai giấy tờ hoặc thời hạn.',
    fix: 'Đối chiếu với văn bản mới rồi sửa cả thủ tục, không chỉ sửa số văn bản.',
  });

const notYet = (record: CheckedRecord, field: string, number: string, from: Day): Finding =>
  findingIn(record, {
    severity: 'warning',
    rule: 'legal-basis-not-yet',
    field,
    what: `${number} chưa áp dụng, bắt đầu từ ${from}.`,
    why: 'Người dân đọc quy định chưa có hiệu lực.',
    fix: 'Ghi ngày bắt đầu vào effectiveFrom hoặc thêm thông báo có ngày.',
  });
