import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../data/dossiers/dossier.js';
import type { DossierDraft } from '../../../data/dossiers/received/dossier-draft.js';
import { receiveDossier } from '../../../data/dossiers/received/receive-dossier.js';
import { aDossier } from '../../support/office-records.js';

const draft = (changes: Partial<DossierDraft> = {}): DossierDraft => ({
  code: '000.00.12.H56-261101-0001',
  procedureCode: '1.014196',
  procedureName: 'Cấp giấy phép lao động',
  status: 'processing',
  receivedAt: '2026-11-01T02:00:00.000Z',
  dueDate: '2026-11-20',
  unit: 'Phòng Việc làm',
  requested: null,
  phoneLast4: '5678',
  identityLast4: '0123',
  ...changes,
});
const receive = (kept: Dossier | null, changes: Partial<DossierDraft>, at = '2026-11-10T02:00:00.000Z') =>
  receiveDossier(kept, draft(changes), { source: 'danh sách', at: new Date(at) });

describe('what a source says of a dossier', () => {
  it('makes the first version of one not known yet', () => {
    expect(receive(null, {})).toMatchObject({
      outcome: 'new',
      dossier: {
        version: 1,
        waits: [],
        apologies: [],
        movedAt: '2026-11-10T02:00:00.000Z',
        finishedAt: null,
      },
    });
  });

  it('changes nothing when it is known already', () => {
    const { dossier } = receive(null, {});
    expect(receive(dossier, {}, '2026-11-11T02:00:00.000Z')).toEqual({ outcome: 'unchanged', dossier });
  });

  it('takes neither the check nor the promised day nor an apology away by leaving them out', () => {
    const apologies = [
      {
        at: '2026-11-05T02:00:00.000Z',
        by: 'cli:lan',
        reason: 'Chờ ý kiến',
        missed: '2026-11-20',
        newDate: '2026-11-27',
      },
    ];
    const kept = aDossier({ apologies });
    const { dossier } = receive(kept, {
      status: 'accepted',
      dueDate: null,
      phoneLast4: null,
      identityLast4: null,
    });
    expect(dossier).toMatchObject({
      dueDate: '2026-11-20',
      phoneLast4: '5678',
      identityLast4: '0123',
      apologies,
    });
  });

  it('notes when it moved: by status or place, not by another spelling of its name', () => {
    const kept = aDossier({ movedAt: '2026-11-02T02:00:00.000Z' });
    expect(receive(kept, { procedureName: 'Giấy phép lao động' }).dossier.movedAt).toBe(
      '2026-11-02T02:00:00.000Z',
    );
    expect(receive(kept, { unit: 'Lãnh đạo Sở' }).dossier.movedAt).toBe('2026-11-10T02:00:00.000Z');
    expect(receive(kept, { status: 'accepted' }).dossier.movedAt).toBe('2026-11-10T02:00:00.000Z');
  });

  it('notes from when to when the applicant was awaited', () => {
    const asked = receive(aDossier(), { status: 'supplementRequested' }).dossier;
    expect(asked.waits).toEqual([{ from: '2026-11-10T02:00:00.000Z', to: null, dueDate: '2026-11-20' }]);
    const still = receive(asked, { status: 'paymentRequested' }, '2026-11-11T02:00:00.000Z').dossier;
    expect(still.waits).toEqual(asked.waits);
    const again = receive(still, {}, '2026-11-12T02:00:00.000Z').dossier;
    expect(again.waits).toEqual([
      { from: '2026-11-10T02:00:00.000Z', to: '2026-11-12T02:00:00.000Z', dueDate: '2026-11-20' },
    ]);
  });

  it('notes when the result was ready: as told, else when it was seen, and not at all when it was ready before', () => {
    const ready = receive(aDossier(), { status: 'finished' }).dossier;
    expect(ready.finishedAt).toBe('2026-11-10T02:00:00.000Z');
    const handedOut = receive(ready, { status: 'returned' }, '2026-11-15T02:00:00.000Z').dossier;
    expect(handedOut.finishedAt).toBe('2026-11-10T02:00:00.000Z');
    const told = receive(aDossier(), { status: 'finished', finishedAt: '2026-11-08T02:00:00.000Z' }).dossier;
    expect(told.finishedAt).toBe('2026-11-08T02:00:00.000Z');
    expect(receive(null, { status: 'returned' }).dossier.finishedAt).toBeNull();
  });
});
