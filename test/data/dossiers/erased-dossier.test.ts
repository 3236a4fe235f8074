import { beforeEach, describe, expect, it } from 'vitest';
import { createImportCommand } from '../../../cli/office/import-dossiers.js';
import { createKeepDossier } from '../../../data/dossiers/received/keep-dossier.js';
import { lookUpDossier } from '../../../data/dossiers/received/look-up-dossier.js';
import { DossierDraft } from '../../../data/dossiers/received/dossier-draft.js';
import { systemRandomness } from '../../../data/randomness.js';
import type { Store } from '../../../data/store.js';
import { createMemoryStore } from '../../support/memory-store.js';
import { sampleRules } from '../../support/office-due-dates.js';
import { dossierChange, erasureChange, listOf } from '../storage/records.js';

const CODE = 'H26.15-261105-0001';
const clock = { now: () => new Date('2026-11-20T02:00:00.000Z') };
const draftOf = (code: string): DossierDraft => {
  const { procedureCode, procedureName, status, receivedAt, dueDate, unit, requested } =
    dossierChange().record;
  const said = { procedureCode, procedureName, status, receivedAt, dueDate, unit, requested };
  return DossierDraft.parse({ ...said, code, phoneLast4: '4321', identityLast4: null });
};

describe('A dossier that was erased when its time was over', () => {
  let store: Store;
  beforeEach(async () => {
    store = createMemoryStore();
    await store.commit([dossierChange({ status: 'returned' }), erasureChange('dossier', CODE, 1)]);
  });

  it('stops no list it stands in, and is not kept again', async () => {
    const services = { store, clock, random: systemRandomness, rules: sampleRules };
    const drafts = [draftOf(CODE), draftOf('H26.15-261105-0002')];
    const lines = await listOf(
      createImportCommand(services)({ drafts, source: 'tệp', dryRun: false, actor: 'cli:test' }),
    );
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { code: CODE, outcome: 'erased' },
      { code: 'H26.15-261105-0002', outcome: 'new' },
    ]);
    expect(await store.dossiers.find(CODE)).toBeNull();
    expect(await store.dossiers.find('H26.15-261105-0002')).not.toBeNull();
  });

  it('is not kept again when another system pushes it', async () => {
    const keep = createKeepDossier({ store, random: systemRandomness });
    const pushed = await keep({ draft: draftOf(CODE), asOf: clock.now(), source: 'Một cửa', actor: 'push' });
    expect(pushed).toEqual({ outcome: 'erased', version: 1 });
    expect(await store.dossiers.find(CODE)).toBeNull();
  });

  it('is shown as the other system has it when it is asked, and not kept', async () => {
    const source = {
      find: () => Promise.resolve({ outcome: 'found' as const, draft: draftOf(CODE), source: 'Một cửa' }),
    };
    const found = await lookUpDossier(CODE, { store, source, clock });
    expect(found).toMatchObject({ outcome: 'found', dossier: { code: CODE }, change: null, fresh: true });
    expect(await lookUpDossier(CODE, { store, source: null, clock })).toEqual({ outcome: 'notFound' });
  });
});
