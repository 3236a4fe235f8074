import { describe, expect, it } from 'vitest';
import type { RequiredDocument } from '../../../../data/procedures/procedure-case.js';
import { compareRecords } from '../../../../data/procedures/sheets/compare-records.js';
import { aProcedure } from '../../../support/office-edition.js';

const before = aProcedure('1.014199');
const papers = before.documents ?? [];
const paper = (index: number): RequiredDocument => {
  const found = papers[index];
  if (!found) throw new Error('no such paper');
  return found;
};
const PASSPORT = 'Hộ chiếu còn thời hạn';

describe('what changed in a record', () => {
  it('is nothing when nothing did', () => {
    expect(compareRecords(before, structuredClone(before))).toEqual([]);
  });

  it('names the facts by the columns, as they were and as they are', () => {
    const after = {
      ...before,
      agency: null,
      effectiveTo: '2027-06-30',
      processingTime: { ...before.processingTime, unreconciled: true },
    };
    expect(compareRecords(before, after)).toEqual([
      expect.objectContaining({ header: 'Nơi quyết định', from: before.agency?.vi, to: '(trống)', of: null }),
      expect.objectContaining({ header: 'Nơi quyết định (tiếng Anh)', to: '(trống)' }),
      expect.objectContaining({ header: 'Chưa đối chiếu thời hạn', from: '(trống)', to: 'Có' }),
      expect.objectContaining({ header: 'Hết hiệu lực sau', from: '(trống)', to: '30/06/2027' }),
    ]);
  });

  it('finds the paper that changed between papers that moved up', () => {
    const documents = papers.filter(({ name }) => name.vi !== paper(1).name.vi);
    const at = documents.findIndex(({ name }) => name.vi === PASSPORT);
    documents[at] = { ...(documents[at] ?? paper(0)), copies: 1 };
    documents.push({ ...paper(0), name: { vi: 'Đơn mới' } });
    expect(compareRecords(before, { ...before, documents })).toEqual([
      { kind: 'removed', list: 'Giấy tờ', of: 'Giấy khám sức khỏe' },
      { kind: 'fact', list: 'Giấy tờ', of: PASSPORT, header: 'Bản sao', from: '0', to: '1' },
      { kind: 'added', list: 'Giấy tờ', of: 'Đơn mới' },
    ]);
  });

  it('says of rows in another order just that', () => {
    expect(compareRecords(before, { ...before, documents: papers.toReversed() })).toEqual([
      { kind: 'reordered', list: 'Giấy tờ' },
    ]);
  });

  it('tells an unknown list from an empty one', () => {
    const conditions = compareRecords({ ...before, conditions: null }, { ...before, conditions: [] });
    expect(conditions).toEqual([{ kind: 'added', list: 'Điều kiện', of: '(không có)' }]);
  });

  it('names the field a record moved to', () => {
    expect(compareRecords(before, { ...before, field: 'tre-em' })).toEqual([
      expect.objectContaining({ header: 'Lĩnh vực', from: 'Việc làm', to: 'Trẻ em' }),
    ]);
  });

  it('lists the rows of a new record', () => {
    const changes = compareRecords(null, before);
    expect(changes.filter((change) => change.kind === 'added' && change.list === 'Giấy tờ')).toHaveLength(
      papers.length,
    );
    expect(changes.every(({ kind }) => kind === 'added')).toBe(true);
  });
});
