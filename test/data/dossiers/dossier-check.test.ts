import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../data/dossiers/dossier.js';
import { matchesCheck } from '../../../data/dossiers/dossier-check.js';

const dossier: Dossier = {
  code: 'H56.12-261101-0001',
  version: 1,
  procedureCode: null,
  procedureName: 'Cấp giấy phép lao động',
  status: 'processing',
  receivedAt: '2026-11-01T02:00:00.000Z',
  dueDate: '2026-11-20',
  unit: null,
  requested: null,
  phoneLast4: '5678',
  identityLast4: '012A',
  waits: [],
  apologies: [],
  movedAt: null,
  finishedAt: null,
  asOf: '2026-11-22T02:00:00.000Z',
  source: 'danh sách nhập ngày 22/11/2026',
};

describe('the check before a dossier is shown', () => {
  it('takes the last four digits of the phone, alone, in full or with blanks', () => {
    for (const typed of ['5678', ' 56 78 ', '0912 345 678', '5678'])
      expect(matchesCheck(dossier, 'phone', typed), typed).toBe(true);
  });

  it('takes the end of the identity number whatever its case', () => {
    expect(matchesCheck(dossier, 'identity', '012a')).toBe(true);
    expect(matchesCheck(dossier, 'identity', '5678')).toBe(false);
  });

  it('refuses other digits, too few, and anything when the office has no number', () => {
    for (const typed of ['5679', '678', '', 'không nhớ'])
      expect(matchesCheck(dossier, 'phone', typed), typed).toBe(false);
    expect(matchesCheck({ ...dossier, phoneLast4: null }, 'phone', '5678')).toBe(false);
  });

  it('asks nothing where the office set none', () => {
    expect(matchesCheck(dossier, 'none', '')).toBe(true);
  });
});
