import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../../data/load-dataset.js';
import { loadUnderstanding } from '../../../../data/load-understanding.js';
import type { Catalogue } from '../../../../data/procedures/catalogue.js';
import { createEditionedDataset } from '../../../../data/procedures/edition/editioned-dataset.js';
import { createStoppedClock } from '../../../support/conversation.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { aliasChange, aProcedure, correctionChange } from '../../../support/office-edition.js';

const base = loadCatalogue();
const CODE = '1.014199';
const correctionFrom = (effectiveFrom: string, vi: string, number = 1) =>
  correctionChange({ effectiveFrom, number, record: aProcedure(CODE, { title: { vi } }) });

const serving = async (...changes: Parameters<ReturnType<typeof createMemoryStore>['commit']>[0]) => {
  const store = createMemoryStore();
  await store.commit(changes);
  const clock = createStoppedClock('2026-11-22T05:00:00.000Z');
  const laid: Catalogue[] = [];
  const dataset = await createEditionedDataset({
    base,
    understandingOf: (catalogue) => {
      laid.push(catalogue);
      return loadUnderstanding(catalogue);
    },
    edition: store.edition,
    clock,
  });
  return { store, clock, dataset, titleNow: () => dataset.catalogue.find(CODE)?.title.vi, laid };
};

describe('the dataset a running office answers from', () => {
  it('has the corrections kept before it started', async () => {
    const { dataset, titleNow } = await serving(correctionFrom('2026-11-01', 'đã sửa'));
    expect(titleNow()).toBe('đã sửa');
    expect(dataset.catalogue.edition.office).toEqual({ number: 1, day: '2026-11-05' });
    expect(dataset.catalogue.all).toHaveLength(base.all.length);
    expect(dataset.catalogue.lifeEvents).toBe(base.lifeEvents);
    expect(dataset.catalogue.byField('viec-lam').some(({ title }) => title.vi === 'đã sửa')).toBe(true);
  });

  it('answers from what was kept meanwhile as soon as it is told to, through the same objects', async () => {
    const { store, dataset, titleNow } = await serving();
    const { catalogue, understand } = dataset;
    const code = () => understand('thẻ lông ngỗng', { procedureCode: null }).candidates[0]?.code;
    await store.commit([
      correctionFrom('2026-11-22', 'sửa lúc đang chạy'),
      aliasChange({ alias: 'thẻ lông ngỗng', code: '1.001776' }),
    ]);
    expect(titleNow()).toBe(aProcedure(CODE).title.vi);
    expect(code()).not.toBe('1.001776');
    await dataset.reload();
    expect(catalogue.find(CODE)?.title.vi).toBe('sửa lúc đang chạy');
    expect(catalogue.edition.office?.number).toBe(1);
    expect(code()).toBe('1.001776');
  });

  it('takes a correction dated ahead on its day in Viet Nam, without being told', async () => {
    const { clock, titleNow, laid } = await serving(correctionFrom('2026-12-01', 'từ tháng 12'));
    clock.moveTo('2026-11-30T16:59:00.000Z');
    expect(titleNow()).toBe(aProcedure(CODE).title.vi);
    expect(laid).toHaveLength(1);
    clock.moveTo('2026-11-30T17:00:00.000Z');
    expect(titleNow()).toBe('từ tháng 12');
    clock.moveTo('2027-03-01T00:00:00.000Z');
    expect(titleNow()).toBe('từ tháng 12');
    expect(laid).toHaveLength(2);
  });

  it('understands by the records as they are now', async () => {
    const record = aProcedure('1.001776', { aliases: ['thẻ lông ngỗng'] });
    const { dataset } = await serving(
      correctionChange({ code: '1.001776', effectiveFrom: '2026-11-22', record }),
    );
    const { outcome, candidates } = dataset.understand('thẻ lông ngỗng', { procedureCode: null });
    expect([outcome, candidates[0]?.code]).toEqual(['answer', '1.001776']);
    expect(loadUnderstanding(base)('thẻ lông ngỗng', { procedureCode: null }).outcome).not.toBe('answer');
  });
});
