import { describe, expect, it } from 'vitest';
import { isOverdue } from '../../../data/dossiers/overdue.js';
import { aDossier } from '../../support/office-records.js';

describe('a dossier', () => {
  const dossier = aDossier({ dueDate: '2026-11-20' });

  it('is overdue from the day after the promised day', () => {
    expect(isOverdue(dossier, '2026-11-20')).toBe(false);
    expect(isOverdue(dossier, '2026-11-21')).toBe(true);
  });

  it('is not overdue without a promise, once finished, or while the applicant is asked for something', () => {
    expect(isOverdue({ ...dossier, dueDate: null }, '2026-12-31')).toBe(false);
    for (const status of ['finished', 'returned', 'supplementRequested', 'stopped'] as const)
      expect(isOverdue({ ...dossier, status }, '2026-12-31'), status).toBe(false);
  });
});
