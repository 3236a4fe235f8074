import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../../data/load-dataset.js';
import { layEdition } from '../../../../data/procedures/edition/lay-edition.js';
import { nextCorrections } from '../../../../data/procedures/edition/next-corrections.js';
import { EMPTY_EDITION } from '../../../../data/procedures/edition/office-edition.js';
import { recordOn } from '../../../../data/procedures/edition/record-on.js';
import { aCorrection, aliasChange, aProcedure } from '../../../support/office-edition.js';

const base = loadCatalogue();
const CODE = '1.014199';
const titled = (vi: string) => aProcedure(CODE, { title: { vi } });

/** As of 1 December, replaced on 1 January, with a slip put right on the same day. */
const corrections = [
  aCorrection({ number: 3, edition: 3, effectiveFrom: '2027-01-01', record: titled('ba') }),
  aCorrection({ number: 1, edition: 1, effectiveFrom: '2026-12-01', record: titled('một') }),
  aCorrection({ number: 2, edition: 2, effectiveFrom: '2027-01-01', record: titled('hai') }),
];
const edition = { corrections, aliases: [] };
const titleOn = (day: string) => layEdition(base, edition, day).find(CODE)?.title.vi;

describe('the office’s edition over the shipped dataset', () => {
  it('is the shipped dataset while the office has said nothing', () => {
    const laid = layEdition(base, EMPTY_EDITION, '2026-11-22');
    expect(laid.all).toEqual(base.all);
    expect(laid.edition).toEqual({ base: base.edition.base, office: null });
    expect(laid.lifeEvents).toBe(base.lifeEvents);
  });

  it('takes each correction from its first day on; of one day the later made', () => {
    expect(titleOn('2026-11-30')).toBe(base.find(CODE)?.title.vi);
    expect(titleOn('2026-12-01')).toBe('một');
    expect(titleOn('2026-12-31')).toBe('một');
    expect(titleOn('2027-01-01')).toBe('ba');
  });

  it('names the latest of the office’s editions in force', () => {
    const nameOn = (day: string) => layEdition(base, edition, day).edition.office;
    expect(nameOn('2026-11-30')).toBeNull();
    expect(nameOn('2026-12-01')).toEqual({ number: 1, day: '2026-11-05' });
    expect(nameOn('2027-01-01')).toEqual({ number: 3, day: '2026-11-05' });
  });

  it('replaces one record in its place and leaves the others', () => {
    const laid = layEdition(base, edition, '2027-01-01');
    expect(laid.all.map(({ code }) => code)).toEqual(base.all.map(({ code }) => code));
    const others = laid.all.filter(({ code }) => code !== CODE);
    expect(others).toEqual(base.all.filter(({ code }) => code !== CODE));
    expect(laid.byField('viec-lam').find(({ code }) => code === CODE)?.title.vi).toBe('ba');
  });

  it('adds a procedure the base does not know, from its day on', () => {
    const record = { ...titled('mới'), code: '9.000001' };
    const added = { corrections: [aCorrection({ code: '9.000001', record })], aliases: [] };
    expect(layEdition(base, added, '2026-11-04').find('9.000001')).toBeNull();
    expect(layEdition(base, added, '2026-11-05').find('9.000001')?.title.vi).toBe('mới');
    expect(layEdition(base, added, '2026-11-05').all).toHaveLength(base.all.length + 1);
  });

  it('adds the office’s aliases to whatever record is in force, and drops those taken back', () => {
    const aliases = [
      aliasChange().record,
      aliasChange({ alias: base.find(CODE)?.aliases[0] ?? '' }).record,
      aliasChange({ alias: 'cũ', code: null, version: 2 }).record,
    ];
    const laid = layEdition(base, { corrections, aliases }, '2026-12-01');
    expect(laid.find(CODE)).toEqual({
      ...titled('một'),
      aliases: [...(base.find(CODE)?.aliases ?? []), 'giấy cho Tây'],
    });
  });
});

describe('what a record said on a day', () => {
  const on = (day: string, code = CODE) => recordOn(base, edition, code, day);

  it('is the correction in force, with who made it and why', () => {
    expect(on('2026-12-24')).toMatchObject({
      known: true,
      procedure: { title: { vi: 'một' } },
      correction: { by: 'cli:lan', reason: 'theo công văn 12', number: 1 },
    });
  });

  it('is the shipped record from the day it was verified', () => {
    const { verifiedOn } = aProcedure(CODE);
    expect(on(verifiedOn)).toEqual({ known: true, procedure: aProcedure(CODE), correction: null });
  });

  it('is not known before that day', () => {
    expect(on('2026-06-01')).toEqual({
      known: false,
      reason: 'beforeVerification',
      verifiedOn: aProcedure(CODE).verifiedOn,
    });
  });

  it('is nothing for a code nobody knows, and not yet for one the office added later', () => {
    expect(on('2026-12-24', '9.000001')).toEqual({ known: false, reason: 'noSuchCode' });
    const record = { ...titled('mới'), code: '9.000001' };
    const added = { corrections: [aCorrection({ code: '9.000001', record })], aliases: [] };
    expect(recordOn(base, added, '9.000001', '2026-11-04')).toEqual({
      known: false,
      reason: 'notYetAdded',
      from: '2026-11-05',
    });
  });
});

describe('the next corrections', () => {
  it('continue each procedure’s count and share the office’s next edition', () => {
    const terms = {
      effectiveFrom: '2027-02-01',
      reason: 'r',
      base: '2026-11-22',
      by: 'cli:lan',
      recordedAt: '2027-01-20T00:00:00.000Z',
    };
    const next = nextCorrections([aProcedure(CODE), aProcedure('1.014198')], edition, terms);
    expect(next.map(({ code, number, edition: of }) => [code, number, of])).toEqual([
      [CODE, 4, 4],
      ['1.014198', 1, 4],
    ]);
    expect(nextCorrections([aProcedure(CODE)], EMPTY_EDITION, terms)).toMatchObject([
      { number: 1, edition: 1 },
    ]);
  });
});
