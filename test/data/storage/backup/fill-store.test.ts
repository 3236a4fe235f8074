import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../../data/storage/backup/digest.js';
import { fillStore } from '../../../../data/storage/backup/fill-store.js';
import { refuseUnfinished } from '../../../../data/storage/backup/unfinished-load.js';
import type { Change, Store } from '../../../../data/store.js';
import { createMemoryStore, emptyTables } from '../../../support/memory-store.js';
import { auditChange, dossierChange, listOf, stateChange, surveyChange } from '../records.js';

const END = [auditChange({ id: 'end', action: 'storage.moved' })];

/** A store with 1,200 surveys and one of some other kinds. */
const source = async (more: Change[] = []): Promise<Store> => {
  const store = createMemoryStore();
  await store.load([
    ...Array.from({ length: 1_200 }, (_, index) => surveyChange({ id: `s${String(index)}` })),
    dossierChange({ version: 4 }),
    stateChange('conversation/1', { step: 2 }),
    auditChange(),
    ...more,
  ]);
  return store;
};

const loadOf = async (store: Store) => ({
  changes: () => store.snapshot(),
  digest: await digestOf(store.snapshot()),
});

/** Gives up at the second list, as a killed process does: what was loaded before stays. */
const killedAtTheSecondList = (store: Store): Store => {
  let lists = 0;
  return {
    ...store,
    load: (changes) => (++lists === 2 ? Promise.reject(new Error('killed')) : store.load(changes)),
  };
};

describe('Filling a store', () => {
  it('moves everything, reads it back and ends with the word of who did it', async () => {
    const [from, target] = [await source(), createMemoryStore()];
    const shown: [string, number][] = [];
    const filled = await fillStore(target, await loadOf(from), END, (step, done) => shown.push([step, done]));
    expect(filled).toEqual({ outcome: 'filled', resumed: false });
    const kept = await listOf(target.snapshot());
    expect(kept.filter(({ kind }) => kind !== 'audit')).toEqual(
      (await listOf(from.snapshot())).filter(({ kind }) => kind !== 'audit'),
    );
    expect(kept).toContainEqual(END[0]);
    expect(kept).toHaveLength(1_204);
    expect(shown.filter(([step]) => step === 'load').map(([, done]) => done)).toEqual([500, 1_000, 1_203]);
    expect(shown.at(-1)).toEqual(['verify', 1_203]);
  });

  it('refuses a store that holds anything', async () => {
    const target = createMemoryStore();
    await target.commit([auditChange()]);
    expect(await fillStore(target, await loadOf(await source()), END)).toEqual({ outcome: 'notEmpty' });
    expect(await listOf(target.snapshot())).toHaveLength(1);
  });

  it('goes on where it was cut off, and until then nobody may use the store', async () => {
    const tables = emptyTables();
    const [from, target] = [await source(), createMemoryStore(tables)];
    const load = await loadOf(from);
    await expect(fillStore(killedAtTheSecondList(target), load, END)).rejects.toThrow('killed');
    expect(tables.survey.size).toBe(500);
    await expect(refuseUnfinished(target)).rejects.toMatchObject({ code: 'store.unfinished' });
    expect(await fillStore(target, load, END)).toEqual({ outcome: 'filled', resumed: true });
    expect(await listOf(target.snapshot())).toHaveLength(1_204);
    await expect(refuseUnfinished(target)).resolves.toBeUndefined();
  });

  it('does not go on with what has changed since', async () => {
    const target = createMemoryStore();
    await expect(fillStore(killedAtTheSecondList(target), await loadOf(await source()), END)).rejects.toThrow(
      'killed',
    );
    const changed = await loadOf(await source([dossierChange({ version: 5 })]));
    expect(await fillStore(target, changed, END)).toEqual({ outcome: 'otherLoad' });
  });

  it('does not call it done when somebody wrote to the source meanwhile', async () => {
    const [from, target] = [await source(), createMemoryStore()];
    const load = await loadOf(from);
    const isUnchanged = () => from.commit([surveyChange({ id: 'late' })]).then(() => false);
    expect(await fillStore(target, { ...load, isUnchanged }, END)).toEqual({ outcome: 'sourceChanged' });
    await expect(refuseUnfinished(target)).rejects.toMatchObject({ code: 'store.unfinished' });
  });

  it('does not call it done when the store gives something else back', async () => {
    const target = createMemoryStore();
    const forgetful: Store = {
      ...target,
      load: (changes) => target.load(changes.filter(({ kind }) => kind !== 'dossier')),
    };
    const filled = await fillStore(forgetful, await loadOf(await source()), END);
    expect(filled).toMatchObject({
      outcome: 'differs',
      kept: { counts: { survey: 1_200, state: 1, audit: 1 } },
    });
    await expect(refuseUnfinished(target)).rejects.toMatchObject({ code: 'store.unfinished' });
  });
});
