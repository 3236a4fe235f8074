import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, projectRoot, readRecords } from '../../../data/load-dataset.js';
import { loadInstruments } from '../../../data/load-instruments.js';
import { checkDataset } from '../../../data/procedures/check/check-dataset.js';
import { FactName, FIELDS } from '../../../data/procedures/procedure.js';
import type { Procedure } from '../../../data/procedures/procedure.js';

const document = readFileSync(join(projectRoot(), 'docs', 'dataset.md'), 'utf8');
const catalogue = loadCatalogue();
const { all } = catalogue;

/** The body rows of the first table after a heading, cell by cell. */
const tableUnder = (heading: string): string[][] => {
  const section = document.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const lines = section.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  return lines
    .slice(start + 2, length === -1 ? undefined : start + length)
    .map((line) => line.split('|').slice(1, -1).map(plain));
};

const plain = (cell: string): string => cell.trim().replace(/^`|`$/g, '');

/** A row a field and one for all of them. */
const byField = (counts: ((procedure: Procedure) => boolean)[]): string[][] =>
  [...FIELDS, 'all' as const].map((field) => {
    const records = field === 'all' ? all : all.filter((procedure) => procedure.field === field);
    return [field, ...counts.map((counted) => String(records.filter(counted).length))];
  });

const hasGap =
  (fact: string) =>
  ({ gaps }: Procedure): boolean =>
    gaps.some((gap) => gap.fact === fact);

describe('docs/dataset.md', () => {
  it('counts the records as they are', () => {
    expect(tableUnder('Counts')).toEqual(
      byField([
        () => true,
        ({ confidence }) => confidence === 'high',
        ({ confidence }) => confidence === 'medium',
        ({ detail }) => detail === 'nameOnly',
        ({ documents }) => (documents ?? []).length > 0,
        ({ steps }) => (steps ?? []).length > 0,
        ({ processingTime }) => processingTime.legal.length > 0,
        ({ processingTime }) => processingTime.notSetByLaw,
        ({ processingTime }) => processingTime.unreconciled,
        ({ questions }) => questions.length > 0,
      ]),
    );
  });

  it('counts what no source gives, fact by fact', () => {
    expect(tableUnder('What is not known')).toEqual(byField(FactName.options.map(hasGap)));
  });

  it('reviews every class of finding the check makes, with its number', () => {
    const findings = checkDataset({
      records: readRecords(),
      lifeEvents: catalogue.lifeEvents,
      instruments: loadInstruments(),
      on: '2026-11-22',
    });
    const numbers = new Map<string, number>();
    for (const { rule } of findings) numbers.set(rule, (numbers.get(rule) ?? 0) + 1);
    const written = tableUnder('What `motcua check` finds').map(
      ([rule, number]) => `${rule ?? ''} ${number ?? ''}`,
    );
    expect(written.sort()).toEqual([...numbers].map(([rule, number]) => `${rule} ${String(number)}`).sort());
  });

  it('tells a second reading of 20 records of the catalogue', () => {
    const codes = tableUnder('Twenty records read a second time').map(([code]) => code ?? '');
    expect(new Set(codes).size).toBe(20);
    expect(codes.filter((code) => catalogue.find(code) === null)).toEqual([]);
  });
});

describe('the shipped dataset', () => {
  it('knows the papers of 150 procedures, the steps of 95 and a time limit of 115', () => {
    expect(all.filter(({ documents }) => (documents ?? []).length > 0).length).toBeGreaterThanOrEqual(150);
    expect(all.filter(({ steps }) => (steps ?? []).length > 0).length).toBeGreaterThanOrEqual(95);
    expect(all.filter(({ processingTime }) => processingTime.legal.length > 0).length).toBeGreaterThanOrEqual(
      115,
    );
  });

  it('gives a reason for every fact it leaves open, and none for a fact it gives', () => {
    const wrong = all.flatMap((procedure) =>
      OPEN.filter(({ fact, open }) => open(procedure) !== hasGap(fact)(procedure)).map(
        ({ fact }) => `${procedure.code} ${fact}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('is verified on the day of its newest source, never on a later one', () => {
    const wrong = all.filter(
      ({ verifiedOn, sources }) =>
        verifiedOn !==
        sources
          .map(({ date }) => date)
          .sort()
          .at(-1),
    );
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  it('calls one instrument by one name', () => {
    const names = new Map<string, Set<string>>();
    for (const { number, name, date } of all.flatMap(({ legalBasis }) => legalBasis))
      names.set(number, (names.get(number) ?? new Set()).add(`${name ?? ''} ${date ?? ''}`));
    expect([...names].filter(([, said]) => said.size > 1)).toEqual([]);
  });
});

const OPEN: { fact: string; open: (procedure: Procedure) => boolean }[] = [
  { fact: 'agency', open: ({ agency }) => agency === null },
  { fact: 'applicants', open: ({ applicants }) => applicants === null },
  { fact: 'conditions', open: ({ conditions }) => conditions === null },
  { fact: 'documents', open: ({ documents }) => documents === null },
  { fact: 'copies', open: ({ documents }) => (documents ?? []).some(({ originals }) => originals === null) },
  { fact: 'steps', open: ({ steps }) => steps === null },
  {
    fact: 'legalTime',
    open: ({ processingTime }) => processingTime.legal.length === 0 && !processingTime.notSetByLaw,
  },
  { fact: 'fee', open: ({ fee }) => fee === null },
  { fact: 'channels', open: ({ channels }) => channels === null },
  { fact: 'whereToFile', open: ({ whereToFile }) => whereToFile === null },
  { fact: 'result', open: ({ result }) => result === null },
  { fact: 'legalBasis', open: ({ legalBasis }) => legalBasis.length === 0 },
];
