import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '../../../../data/storage/backup/digest.js';
import type { Digest } from '../../../../data/storage/backup/digest.js';
import { createEmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import { repairArchive } from '../../../../data/storage/lowdb/repair/repair-archive.js';
import type { Store } from '../../../../data/store.js';
import {
  activityChange,
  auditChange,
  dossierChange,
  erasureChange,
  feedbackChange,
  receiptChange,
  stateChange,
  surveyChange,
} from '../records.js';

const clock = { now: () => new Date('2026-12-05T03:00:00.000Z') };
const CLOSED = { status: 'returned' } as const;

describe('Repairing the archive', () => {
  let folder: string;
  let whole: Digest;
  const within = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await createEmbeddedStore({ folder, clock });
    return work(store).finally(() => store.close());
  };
  const digest = () => within((store) => digestOf(store.snapshot()));
  const pathOf = (pattern: RegExp): string =>
    join(
      folder,
      'archive',
      readdirSync(join(folder, 'archive')).find((name) => pattern.test(name)) ?? 'none',
    );
  const damage = (pattern: RegExp, from: string, to: string): void => {
    const path = pathOf(pattern);
    writeFileSync(path, readFileSync(path, 'latin1').replace(from, to), 'latin1');
  };
  const repair = () => repairArchive(folder, clock);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-repair-archive-'));
    const store = await createEmbeddedStore({ folder, clock });
    await store.commit([
      ...['d1', 'd2', 'd3'].map((code) => dossierChange({ code, ...CLOSED })),
      ...['PA-4P99-999A', 'PA-4P99-999B', 'letter'].map((code) => feedbackChange({ code })),
      feedbackChange({ code: 'erased' }),
      ...[1, 2, 3].map((sequence) => activityChange('c1', sequence)),
      ...[1, 2].map((sequence) => activityChange('c2', sequence)),
      surveyChange(),
      stateChange('conversation/1', { step: 2 }),
      receiptChange(),
      auditChange(),
    ]);
    await store.commit([erasureChange('feedback', 'erased', 1)]);
    await store.archive();
    // What came later is in a journal over the archive.
    await store.commit([feedbackChange({ code: 'PA-4P99-999B', version: 2 }), activityChange('c1', 4)]);
    whole = await digestOf(store.snapshot());
    await store.close();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('leaves a sound archive alone', async () => {
    const before = readdirSync(folder, { recursive: true }).map(String).sort();
    expect(await repair()).toBeNull();
    expect(readdirSync(folder, { recursive: true }).map(String).sort()).toEqual(before);
  });

  it('is not needed where nothing was archived', async () => {
    rmSync(join(folder, 'archive'), { recursive: true });
    expect(await repair()).toBeNull();
  });

  it('loses the damaged record only, says which and keeps the original', async () => {
    damage(/2026-11-dossier.*jsonl$/, '"code":"d2","version":1', '"code":"d2","version":9');
    const damaged = readFileSync(pathOf(/2026-11-dossier.*jsonl$/));
    await expect(digest()).rejects.toMatchObject({ code: 'store.damaged' });
    const repaired = await repair();
    const leftOut = [expect.objectContaining({ line: 2, mentions: [{ kind: 'dossier', key: 'd2' }] })];
    expect(repaired).toMatchObject({ tables: [{ leftOut }], unfindable: 0 });
    const kept = () => readFileSync(repaired?.tables[0]?.original ?? '');
    expect(kept()).toEqual(damaged);
    expect((await digest()).counts).toEqual({ ...whole.counts, dossier: 2 });
    await within(async (store) => {
      expect(await store.dossiers.find('d2')).toBeNull();
      expect(await store.feedback.find('PA-4P99-999B')).toMatchObject({ version: 2 });
      expect(await store.activities.lastSequence('c1')).toBe(4);
      await store.commit([
        dossierChange({ code: 'd3', version: 2, ...CLOSED }),
        dossierChange({ code: 'd2' }),
      ]);
      await expect(store.commit([feedbackChange({ code: 'erased' })])).rejects.toMatchObject({
        code: 'store.conflict',
      });
    });
    expect(await repair()).toBeNull();
    expect(kept()).toEqual(damaged);
  });

  it('loses nothing of open work, of which there are two copies', async () => {
    damage(/2026-11-feedback.*jsonl$/, '"code":"PA-4P99-999A"', '"code":"PA-4P99-999X"');
    expect((await repair())?.tables).toHaveLength(1);
    expect(await digest()).toEqual(whole);
    damage(/open-feedback.*jsonl$/, '"code":"letter"', '"code":"lettuc"');
    expect((await repair())?.tables).toHaveLength(1);
    expect(await digest()).toEqual(whole);
  });

  it('keeps the other messages of a conversation', async () => {
    damage(/2026-11-activity.*jsonl$/, '"sequence":2', '"sequence":7');
    expect(await repair()).toMatchObject({ tables: [{ leftOut: [{ line: 2 }] }] });
    const sequences = await within(async (store) =>
      (await store.activities.since('c1', 0)).map(({ sequence }) => sequence),
    );
    expect(sequences).toEqual([1, 3, 4]);
  });

  it.each([
    /2026-11-dossier.*keys$/,
    /2026-11-activity.*keys$/,
    /open-feedback.*keys$/,
    /index-state.*keys$/,
  ])('finds everything again when a file of places is damaged: %s', async (pattern) => {
    writeFileSync(pathOf(pattern), Buffer.alloc(readFileSync(pathOf(pattern)).length, 7));
    expect(await repair()).toMatchObject({ tables: [] });
    expect(await digest()).toEqual(whole);
    expect(await repair()).toBeNull();
    await within(async (store) => {
      expect(await store.dossiers.find('d1')).not.toBeNull();
      expect(await store.state.read(['conversation/1'])).toEqual({ 'conversation/1': { step: 2 } });
      expect(await store.activities.since('c2', 0)).toHaveLength(2);
    });
  });

  it('begins anew after it was cut off', async () => {
    damage(/2026-11-dossier.*jsonl$/, '"code":"d2","version":1', '"code":"d2","version":9');
    const cutOff = await createEmbeddedStore({ folder: join(folder, 'rebuilding'), clock });
    await cutOff.commit([surveyChange({ id: 'left from a repair before' })]);
    await cutOff.archive();
    await cutOff.close();
    await repair();
    expect((await digest()).counts).toEqual({ ...whole.counts, dossier: 2 });
  });
});
