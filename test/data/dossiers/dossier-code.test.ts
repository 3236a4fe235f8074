import { describe, expect, it } from 'vitest';
import { readDossierCode } from '../../../data/dossiers/dossier-code.js';

describe('reading a dossier code', () => {
  it.each([
    ['000.00.12.H62-201105-0004', '000.00.12.H62-201105-0004'],
    ['H26.103.25.7-250908-0112', 'H26.103.25.7-250908-0112'],
    ['h56.30-240115-0001', 'H56.30-240115-0001'],
    ['G01.899.108-250908-0112', 'G01.899.108-250908-0112'],
    ['hồ sơ ooo.oo.12.h62-2o11o5-ooo4 tới đâu rồi', '000.00.12.H62-201105-0004'],
    ['mã H26. 103.25.7 – 250908 – 0112', 'H26.103.25.7-250908-0112'],
    ['H26.I03.25.7-250908-01l2', 'H26.103.25.7-250908-0112'],
  ])('finds it in %s', (typed, code) => {
    expect(readDossierCode(typed)).toBe(code);
  });

  it.each(['1.014199', '0912345678', 'H26.103.25.7-251308-0112', 'ngày 15-11-2026', 'PA-3M7K-HM4X', ''])(
    'finds none in %s',
    (typed) => {
      expect(readDossierCode(typed)).toBeNull();
    },
  );
});
