import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadCatalogue } from '../../../../data/load-dataset.js';
import { Procedure } from '../../../../data/procedures/procedure.js';
import { datasetWorkbook } from '../../../../data/procedures/sheets/dataset-workbook.js';
import { readDataset } from '../../../../data/procedures/sheets/reading/read-dataset.js';
import { editedWorkbook } from '../../../support/edited-workbook.js';

const shipped = loadCatalogue().all;

const readBack = async (file: Uint8Array) => {
  const { records, problems, ignored } = readDataset(await readXlsxFile(Buffer.from(file)));
  expect({ problems, ignored }).toEqual({ problems: [], ignored: [] });
  return records.map(({ record }) => record);
};

const inOrder = (records: readonly Procedure[]): string[] =>
  records.map((record) => JSON.stringify(record)).sort();

describe('the dataset as an XLSX file', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives every shipped record back as it was, to the letter', async () => {
    const records = await readBack(await datasetWorkbook(shipped));
    expect(records).toHaveLength(183);
    expect(inOrder(records)).toEqual(inOrder(shipped));
  });

  it('has the same bytes after export, import and export on another day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T03:00:00Z') });
    const first = await datasetWorkbook(shipped);
    vi.setSystemTime(new Date('2027-02-03T04:05:06Z'));
    const second = await datasetWorkbook(await readBack(first));
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('has the same bytes after somebody opened and saved it without a change', async () => {
    const first = await datasetWorkbook(shipped);
    const saved = await editedWorkbook(first, () => undefined);
    expect(Buffer.compare(first, saved)).not.toBe(0);
    expect(Buffer.compare(first, await datasetWorkbook(await readBack(saved)))).toBe(0);
  });

  it('gives any record back, whatever stands in its facts', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyRecord, { selector: ({ code }) => code, minLength: 1, maxLength: 3 }),
        async (some) => {
          const file = await datasetWorkbook(some);
          const records = await readBack(file);
          expect(inOrder(records)).toEqual(inOrder(some));
          expect(Buffer.compare(file, await datasetWorkbook(records))).toBe(0);
        },
      ),
      { numRuns: 60, seed: 20261122 },
    );
  });
});

/** XML has no place for control characters and halves of characters: the writer leaves them out. */
const word = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((some) => some.trim())
  .filter((some) => some !== '' && !/[\p{Cc}\p{Cs}\p{Cn}]/u.test(some) && some !== '(không có)');
const nasty = fc.constantFrom(
  '=1+1',
  '1.014200',
  '0,5',
  '31/12/2026',
  '<b>&amp;</b>',
  "'x",
  'a\nb',
  'Có',
  'toString',
  '; : ,',
);
const text = fc.oneof(word, nasty);
const local = fc.record({ vi: text, en: text }, { requiredKeys: ['vi'] });
const unknownOr = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const duration = {
  value: fc.integer({ min: 1, max: 400 }).map((half) => half / 2),
  unit: fc.constantFrom('workingDay', 'day', 'hour'),
};
const document = fc.record({
  name: local,
  originals: unknownOr(fc.nat({ max: 9 })),
  copies: unknownOr(fc.nat({ max: 9 })),
  form: unknownOr(text),
  notNeededIf: unknownOr(local),
  note: unknownOr(local),
  oneOf: unknownOr(text),
});
const step = fc.record({
  does: local,
  who: unknownOr(local),
  time: unknownOr(fc.record({ ...duration, note: unknownOr(local) })),
});
const phrases = fc.array(fc.constantFrom('sổ tử tuất', 'giấy cho Tây', '=x'), { maxLength: 3 });
const changes = fc.record(
  {
    title: local,
    name: text,
    agency: unknownOr(local),
    conditions: unknownOr(fc.array(local, { maxLength: 3 })),
    documents: unknownOr(fc.array(document, { maxLength: 4 })),
    steps: unknownOr(fc.array(step, { maxLength: 3 })),
    fee: unknownOr(fc.record({ kind: fc.constantFrom('free', 'set'), text: local })),
    channels: unknownOr(fc.uniqueArray(fc.constantFrom('online', 'post', 'counter'))),
    effectiveTo: unknownOr(day),
    replacedBy: unknownOr(fc.constantFrom('1.014200', '2.000000')),
    legalBasis: fc.array(
      fc.record({ number: text, name: unknownOr(text), date: unknownOr(day), articles: unknownOr(text) }),
      { maxLength: 3 },
    ),
    aliases: phrases,
    situations: phrases,
  },
  { requiredKeys: [] },
);

/** A shipped record with some of its facts replaced by anything that fits the schema. */
const anyRecord = fc
  .tuple(fc.constantFrom(...shipped), changes)
  .map(([record, some]) => Procedure.parse({ ...record, ...some }));
