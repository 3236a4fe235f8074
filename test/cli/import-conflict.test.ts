import { describe, expect, it } from 'vitest';
import { createImportCommand } from '../../cli/office/import-dossiers.js';
import { DomainError } from '../../data/domain-error.js';
import { DossierDraft } from '../../data/dossiers/received/dossier-draft.js';
import { systemRandomness } from '../../data/randomness.js';
import type { Store } from '../../data/store.js';
import { createMemoryStore } from '../support/memory-store.js';
import { sampleRules } from '../support/office-due-dates.js';
import { aDossier } from '../support/office-records.js';

const clock = { now: () => new Date('2026-11-22T05:00:00.000Z') };

const { version, asOf, source } = aDossier();
const draft = DossierDraft.strip().parse(aDossier());
const input = {
  drafts: [{ ...draft, unit: 'Nơi mới' }],
  source,
  dryRun: false,
  actor: `${String(version)}${asOf}`,
};

const outcomes = async (store: Store): Promise<string[]> => {
  const all: string[] = [];
  for await (const line of createImportCommand({
    store,
    clock,
    random: systemRandomness,
    rules: sampleRules,
  })(input))
    all.push(line);
  return all;
};

describe('importing while somebody else changes the same dossier', () => {
  it('reads again and continues the new version', async () => {
    const store = createMemoryStore();
    let isFirst = true;
    const racing: Store = {
      ...store,
      async commit(changes) {
        if (isFirst) {
          isFirst = false;
          await store.commit([{ kind: 'dossier', record: aDossier() }]);
        }
        return store.commit(changes);
      },
    };
    expect(await outcomes(racing)).toEqual([JSON.stringify({ code: draft.code, outcome: 'changed' })]);
    expect(await store.dossiers.find(draft.code)).toMatchObject({ version: 2, unit: 'Nơi mới' });
  });

  it('gives up when it happens again, or when the store refuses', async () => {
    for (const code of ['store.conflict', 'store.unavailable'] as const) {
      const store: Store = {
        ...createMemoryStore(),
        commit: () => Promise.reject(new DomainError(code, 'no')),
      };
      await expect(outcomes(store)).rejects.toMatchObject({ code });
    }
  });
});
