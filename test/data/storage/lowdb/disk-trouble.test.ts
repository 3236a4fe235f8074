import { describe, expect, it } from 'vitest';
import { createEmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import { seeded } from '../../../support/seeded.js';
import { createSimulatedDisk } from '../../../support/simulated-disk.js';
import { dossierChange, listOf, surveyChange } from '../records.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
const clock = { now: () => new Date('2026-11-05T03:00:00.000Z') };

const openOn = (disk: ReturnType<typeof createSimulatedDisk>, journalLimit = 1_000_000) =>
  createEmbeddedStore({ folder: '/kho', clock, files: disk.files(), journalLimit });

describe.each(['ENOSPC', 'EROFS', 'EACCES'])('When the disk answers %s', (code) => {
  it('rejects commits, serves what is there, says so, and recovers by itself', async () => {
    const disk = createSimulatedDisk(seeded(1));
    const store = await openOn(disk);
    await store.commit([dossierChange()]);
    disk.refuseWrites(code);
    const refused = [surveyChange({ id: 'a' }), surveyChange({ id: 'b' })].map((one) => store.commit([one]));
    for (const { status, reason } of (await Promise.allSettled(refused)) as PromiseRejectedResult[])
      expect([status, reason]).toMatchObject(['rejected', { code: 'store.unavailable' }]);
    expect(await store.health()).toEqual({ ready: false, reason: expect.stringContaining(code) as string });
    expect(await store.dossiers.find('H26.15-261105-0001')).not.toBeNull();
    expect(await store.surveys.find('a')).toBeNull();
    disk.refuseWrites(null);
    expect(await store.health()).toEqual({ ready: true });
    await store.commit([surveyChange({ id: 'a' })]);
    expect(await store.surveys.find('a')).toMatchObject({ version: 1 });
  });

  it('leaves nothing of the refused entries on the disk', async () => {
    const disk = createSimulatedDisk(seeded(2));
    const store = await openOn(disk);
    await store.commit([surveyChange({ id: 'before' })]);
    for (let round = 0; round < 20; round += 1) {
      disk.refuseWrites(code);
      const long = surveyChange({ id: 'refused', comment: 'x'.repeat(2_000) });
      await expect(store.commit([long])).rejects.toThrow();
      disk.refuseWrites(null);
      await store.commit([surveyChange({ id: `after ${String(round)}` })]);
    }
    const again = await openOn(disk);
    expect(again.opening).toEqual({ torn: [], damaged: [] });
    expect(await again.surveys.find('refused')).toBeNull();
    expect(await listOf(again.surveys.stream(EVER))).toHaveLength(21);
  });

  it('refuses what builds on a refused entry, and takes it in order later', async () => {
    const disk = createSimulatedDisk(seeded(3));
    const store = await openOn(disk);
    disk.refuseWrites(code);
    const first = store.commit([dossierChange()]);
    const second = store.commit([dossierChange({ version: 2 })]);
    await expect(first).rejects.toMatchObject({ code: 'store.unavailable' });
    await expect(second).rejects.toMatchObject({ code: 'store.unavailable' });
    disk.refuseWrites(null);
    await expect(store.commit([dossierChange({ version: 2 })])).rejects.toMatchObject({
      code: 'store.conflict',
    });
    await store.commit([dossierChange()]);
    await store.commit([dossierChange({ version: 2 })]);
    expect(await store.dossiers.find('H26.15-261105-0001')).toMatchObject({ version: 2 });
  });

  it('keeps the journals when they cannot be archived, and archives them later', async () => {
    const disk = createSimulatedDisk(seeded(4));
    const store = await openOn(disk);
    await store.commit([surveyChange({ id: 'a' })]);
    disk.refuseWrites(code);
    await expect(store.archive()).rejects.toThrow(code);
    expect(await store.surveys.find('a')).not.toBeNull();
    disk.refuseWrites(null);
    await store.archive();
    expect(disk.paths().filter((path) => path.endsWith('2026-11.jsonl'))).toEqual([]);
    await store.commit([surveyChange({ id: 'b' })]);
    expect((await listOf((await openOn(disk)).surveys.stream(EVER))).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('An entry whose fsync failed and that could not be cut off', () => {
  it('does not come back beside its repetition, which went into the next month’s journal', async () => {
    const disk = createSimulatedDisk(seeded(8));
    const files = disk.files();
    let refuse = false;
    let now = new Date('2026-11-30T23:59:59.000Z');
    const refusedOr = (work: () => Promise<void>): Promise<void> =>
      refuse ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) : work();
    const open = () =>
      createEmbeddedStore({
        folder: '/kho',
        clock: { now: () => now },
        files: {
          ...files,
          create(path) {
            const file = files.create(path);
            return {
              ...file,
              sync: () => refusedOr(() => file.sync()),
              truncate: (length) => refusedOr(() => file.truncate(length)),
            };
          },
        },
      });
    const store = await open();
    await store.commit([surveyChange({ id: 'before' })]);
    refuse = true;
    await expect(store.commit([surveyChange()])).rejects.toMatchObject({ code: 'store.unavailable' });
    refuse = false;
    now = new Date('2026-12-01T00:00:01.000Z');
    await store.commit([surveyChange()]);
    const again = await open();
    expect((await listOf(again.surveys.stream(EVER))).map(({ id }) => id)).toEqual(['before', 'survey-1']);
    expect(disk.bytesOf('/kho/journal/2026-12.jsonl').includes('survey-1')).toBe(true);
  });
});

describe('Archiving that fails in the background', () => {
  it('is reported once for each journal and tried again with the next', async () => {
    const disk = createSimulatedDisk(seeded(5));
    const troubles: unknown[] = [];
    const files = disk.files();
    let refuse = true;
    const store = await createEmbeddedStore({
      folder: '/kho',
      clock,
      journalLimit: 500,
      onTrouble: (error) => troubles.push(error),
      files: {
        ...files,
        create(path) {
          if (refuse && path.includes('/archive/'))
            throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
          return files.create(path);
        },
      },
    });
    for (let index = 0; index < 30; index += 1)
      await store.commit([surveyChange({ id: `a${String(index)}` })]);
    expect(troubles.length).toBeGreaterThan(1);
    expect(troubles.length).toBeLessThan(30);
    refuse = false;
    for (let index = 0; index < 3; index += 1)
      await store.commit([surveyChange({ id: `b${String(index)}` })]);
    await store.archive();
    expect(disk.paths().filter((path) => path.startsWith('/kho/journal/'))).toEqual([]);
    expect(await listOf(store.surveys.stream(EVER))).toHaveLength(33);
  });
});

describe('A stream', () => {
  it('goes on reading what it began with while everything is archived under it', async () => {
    const disk = createSimulatedDisk(seeded(6));
    const store = await openOn(disk);
    /** A dossier of each of ten months. */
    const commitAll = (name: string, version: number) =>
      store.commit(
        Array.from({ length: 10 }, (_, month) =>
          dossierChange({
            code: `${name}${String(month)}`,
            version,
            receivedAt: new Date(Date.UTC(2026, month, 5)).toISOString(),
          }),
        ),
      );
    await commitAll('archived', 1);
    await store.archive();
    await commitAll('journal', 1);
    const seen: string[] = [];
    for await (const { code, version } of store.dossiers.stream(EVER)) {
      seen.push(`${code}.${String(version)}`);
      if (seen.length > 2) continue;
      await commitAll('archived', seen.length + 1);
      await commitAll('journal', seen.length + 1);
      await store.archive();
    }
    const names = ['archived', 'journal'].flatMap((name) =>
      Array.from({ length: 10 }, (_, month) => `${name}${String(month)}.1`),
    );
    expect(seen.toSorted()).toEqual(names.toSorted());
    expect((await listOf(store.dossiers.stream(EVER))).map(({ version }) => version)).toEqual(
      Array.from({ length: 20 }, () => 3),
    );
    expect(disk.paths().filter((path) => path.startsWith('/kho/journal/'))).toEqual([]);
  });
});
