import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../data/load-dataset.js';
import { procedureChanges } from '../../../data/procedures/procedure-changes.js';
import { Procedure } from '../../../data/procedures/procedure.js';
import { aRawProcedure } from '../../support/a-procedure.js';

const catalogue = loadCatalogue();
const plain = Procedure.parse(aRawProcedure());
const kindsOf = (changes: Partial<Procedure>) =>
  procedureChanges([{ ...plain, ...changes }]).map(({ kind, day }) => [kind, day]);

describe('changes of procedures', () => {
  it('are none where a record tells none', () => {
    expect(kindsOf({})).toEqual([]);
  });

  it('name the day a record begins and ends', () => {
    expect(kindsOf({ effectiveFrom: '2026-07-01', effectiveTo: '2026-12-31' })).toEqual([
      ['ends', '2026-12-31'],
      ['starts', '2026-07-01'],
    ]);
  });

  it('keep what is replaced without a day, last', () => {
    expect(kindsOf({ effectiveFrom: '2026-07-01', replacedBy: '1.000001' })).toEqual([
      ['starts', '2026-07-01'],
      ['replaced', null],
    ]);
  });

  it('say a beginning once when a notice says it in words', () => {
    const from = '2027-01-01';
    const notice = { kind: 'notYetOpen' as const, from, to: null, text: { vi: 'Chưa mở' }, source: 'QĐ 1' };
    expect(kindsOf({ effectiveFrom: from, notices: [notice] })).toEqual([['notYetOpen', from]]);
  });

  it('do not count what always applies in one province only', () => {
    const notice = {
      kind: 'information' as const,
      from: null,
      to: null,
      text: { vi: 'Chỉ ở Huế' },
      source: 'NQ',
    };
    expect(kindsOf({ notices: [notice] })).toEqual([]);
  });

  it('hold the pause of labour leasing and the opening of labour registration of the shipped records', () => {
    const changes = procedureChanges(catalogue.all).map(({ procedure, kind, day }) => [
      procedure.code,
      kind,
      day,
    ]);
    expect(changes).toContainEqual(['1.000479', 'paused', '2026-07-01']);
    expect(changes).toContainEqual(['1.115305', 'notYetOpen', '2027-01-01']);
    expect(changes).toContainEqual(['1.115303', 'starts', '2026-07-01']);
  });
});
