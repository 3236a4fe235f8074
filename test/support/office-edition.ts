import { loadCatalogue } from '../../data/load-dataset.js';
import type { OfficeAlias } from '../../data/procedures/edition/office-alias.js';
import type { ProcedureCorrection } from '../../data/procedures/edition/procedure-correction.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import type { Change } from '../../data/store.js';

const shipped = loadCatalogue();

/** A shipped record with some of its facts changed. */
export const aProcedure = (code: string, changes: Partial<Procedure> = {}): Procedure => {
  const record = shipped.find(code);
  if (!record) throw new Error(`no procedure ${code} is shipped`);
  return { ...record, ...changes };
};

/** The office's first word on 1.014199; a test names only what it is about. */
export const aCorrection = (changes: Partial<ProcedureCorrection> = {}): ProcedureCorrection => ({
  code: '1.014199',
  number: 1,
  edition: 1,
  effectiveFrom: '2026-11-05',
  record: changes.record ?? aProcedure(changes.code ?? '1.014199'),
  recordedAt: '2026-11-05T03:00:00.000Z',
  by: 'cli:lan',
  reason: 'theo công văn 12',
  base: '2026-11-01',
  ...changes,
});

export const correctionChange = (
  changes: Partial<ProcedureCorrection> = {},
): Change & { kind: 'correction' } => ({ kind: 'correction', record: aCorrection(changes) });

export const aliasChange = (changes: Partial<OfficeAlias> = {}): Change & { kind: 'alias' } => ({
  kind: 'alias',
  record: {
    alias: 'giấy cho Tây',
    code: '1.014199',
    question: null,
    version: 1,
    at: '2026-11-05T03:00:00.000Z',
    by: 'cli:lan',
    ...changes,
  },
});
