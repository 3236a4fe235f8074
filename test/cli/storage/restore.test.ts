import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { digestOf } from '../../../data/storage/backup/digest.js';
import { claimFolder } from '../../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../../data/storage/lowdb/embedded-store.js';
import type { Change, Store } from '../../../data/store.js';
import { motcuaHere } from '../../support/motcua.js';
import { dossierChange, feedbackChange, listOf, surveyChange } from '../../data/storage/records.js';

const clock = { now: () => new Date('2026-11-22T03:00:00.000Z') };
const EVER = { from: '2020-01-01', to: '2035-12-31' };

const RECORDS: Change[] = [feedbackChange(), surveyChange(), dossierChange({ version: 3 })];

describe('backup and restore of a folder no server runs on', () => {
  let parent: string;
  const at = (name: string) => join(parent, name);
  const within = async <T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await createEmbeddedStore({ folder, clock });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const backup = () => within(at('old'), (store) => motcuaHere(['backup', at('backup.gz')], { store }));
  const restore = (folder: string) => {
    vi.stubEnv('DATA_DIR', folder);
    return motcuaHere(['restore', at('backup.gz')]);
  };

  beforeEach(async () => {
    parent = mkdtempSync(join(tmpdir(), 'motcua-restore-'));
    await within(at('old'), (store) => store.load(RECORDS));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(parent, { recursive: true });
  });

  it('brings everything back and says who asked, with codes and counts only', async () => {
    expect(await backup()).toMatchObject({ code: 0 });
    const restored = await restore(at('new'));
    expect(restored).toMatchObject({ code: 0 });
    const log = await within(at('new'), (store) => listOf(store.audit.stream(EVER)));
    const entries = log.map(({ action, details }) => ({ action, details }));
    expect(entries.sort((one, other) => (one.action < other.action ? -1 : 1))).toEqual([
      { action: 'storage.backup', details: {} },
      {
        action: 'storage.restore',
        details: {
          at: expect.any(String) as string,
          counts: { feedback: 1, survey: 1, dossier: 1, audit: 1 },
        },
      },
    ]);
  });

  it('refuses a folder that holds anything, and leaves it as it is', async () => {
    await backup();
    await within(at('other'), (store) => store.commit([surveyChange({ id: 'other' })]));
    const before = await within(at('other'), (store) => digestOf(store.snapshot()));
    const refused = await restore(at('other'));
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('đã có dữ liệu') as string });
    expect(await within(at('other'), (store) => digestOf(store.snapshot()))).toEqual(before);
  });

  it('writes nothing at all from a file that was cut off', async () => {
    await backup();
    writeFileSync(at('backup.gz'), readFileSync(at('backup.gz')).subarray(0, -30));
    const refused = await restore(at('new'));
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('cắt ngang') as string });
    expect(readdirSync(parent).sort()).toEqual(['backup.gz', 'old']);
  });

  it('does not touch a folder that a server owns', async () => {
    await backup();
    const claim = await claimFolder(at('new'), (socket) => socket.destroy());
    const refused = await restore(at('new'));
    await claim.release();
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('dừng máy chủ') as string });
    expect(readdirSync(at('new'))).toEqual([]);
  });
});
