import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../../../data/load-dataset.js';
import { digestOf } from '../../../data/storage/backup/digest.js';
import { claimFolder } from '../../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../../data/storage/lowdb/embedded-store.js';
import { connectPostgres } from '../../../data/storage/postgres/connect.js';
import { migratePostgres } from '../../../data/storage/postgres/migrate.js';
import { createPostgresStore } from '../../../data/storage/postgres/postgres-store.js';
import type { Change, Store } from '../../../data/store.js';
import { openStorage } from '../../../opening/open-storage.js';
import { motcuaHere } from '../../support/motcua.js';
import { aliasChange, correctionChange } from '../../support/office-edition.js';
import { startPostgres } from '../../support/postgres-server.js';
import type { PostgresServer } from '../../support/postgres-server.js';
import {
  activityChange,
  dossierChange,
  erasureChange,
  feedbackChange,
  questionChange,
  receiptChange,
  stateChange,
  surveyChange,
} from '../../data/storage/records.js';

const clock = { now: () => new Date('2026-11-22T03:00:00.000Z') };
const OFFICE_ID = 'so-noi-vu';

const RECORDS: Change[] = [
  erasureChange('feedback', 'PA-4P99-999V', 2),
  feedbackChange({
    code: 'PA-4P99-999W',
    version: 3,
    state: 'closed',
    text: 'Đường hỏng \u0000 "ngõ 5" \ud83d\ude00',
  }),
  ...Array.from({ length: 3_000 }, (_, index) => surveyChange({ id: `s${String(index)}` })),
  dossierChange({ version: 7, receivedAt: '2024-02-29T03:00:00.000Z' }),
  stateChange('conversation/1', { b: { d: 1, c: [null, 1.5e300] }, a: 'một' }),
  activityChange('c1', 4),
  activityChange('c1', 5),
  receiptChange(),
  correctionChange(),
  aliasChange({ version: 2 }),
  questionChange(),
];

describe('moving between the two storages', () => {
  let server: PostgresServer;
  let parent: string;
  let url: string;
  const at = (name: string) => join(parent, name);
  const run = (to: string, folder: string) => {
    vi.stubEnv('DATA_DIR', at(folder));
    return motcuaHere(['migrate-storage', '--to', to]);
  };
  const withinFolder = async <T>(folder: string, work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await createEmbeddedStore({ folder: at(folder), clock });
    return work(store).finally(() => store.close());
  };
  const withinDatabase = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
    await migratePostgres(url);
    const store = createPostgresStore({ database: connectPostgres({ url }), office: OFFICE_ID });
    return work(store).finally(() => store.close());
  };
  /** Of everything but the audit log, to which each move adds its own entries. */
  const digestWithoutAudit = (store: Store) => digestOf(withoutAudit(store.snapshot()));

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());
  beforeEach(async () => {
    parent = mkdtempSync(join(tmpdir(), 'motcua-move-'));
    url = await server.createDatabase();
    vi.stubEnv('DATABASE_URL', url);
    vi.stubEnv('OFFICE_ID', OFFICE_ID);
    await withinFolder('old', (store) => store.load(RECORDS));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(parent, { recursive: true });
  });

  it('there and back gives the same counts and checksum', async () => {
    const before = await withinFolder('old', digestWithoutAudit);
    const there = await run('postgres', 'old');
    expect(there).toMatchObject({ code: 0, out: expect.stringContaining('phiếu khảo sát: 3.000') as string });
    expect(there.err).toMatch(/Bước 1\/3.*Bước 2\/3.*Bước 3\/3/s);
    expect(await withinDatabase(digestWithoutAudit)).toEqual(before);
    expect(await run('lowdb', 'new')).toMatchObject({ code: 0 });
    expect(await withinFolder('new', digestWithoutAudit)).toEqual(before);
    const actions = await withinFolder('new', async (store) => {
      const found: string[] = [];
      for await (const { action } of store.audit.stream({ from: '2020-01-01', to: '2035-12-31' }))
        found.push(action);
      return found.sort();
    });
    expect(actions).toEqual(['storage.moveBegun', 'storage.moveBegun', 'storage.moved', 'storage.moved']);
  });

  it('takes a backup of the folder into the database, and only there', async () => {
    await withinFolder('old', (store) => motcuaHere(['backup', at('backup.gz')], { store }));
    vi.stubEnv('STORAGE', 'postgres');
    vi.stubEnv('DATA_DIR', at('unused'));
    expect(await motcuaHere(['restore', at('backup.gz')])).toMatchObject({ code: 0 });
    expect(await withinDatabase(digestWithoutAudit)).toEqual(await withinFolder('old', digestWithoutAudit));
    const again = await motcuaHere(['restore', at('backup.gz')]);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('đã có dữ liệu') as string });
    expect(existsSync(at('unused'))).toBe(false);
  });

  it('goes on after it was killed in the middle, and until then nothing is served from there', async () => {
    const env = { ...process.env, DATA_DIR: at('old') };
    const args = ['--import', 'tsx', join('cli', 'motcua.ts'), 'migrate-storage', '--to', 'postgres'];
    const child = spawn(process.execPath, args, { cwd: projectRoot(), env });
    let heard = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      if (heard.includes('Bước 2/3')) child.kill('SIGKILL');
    });
    await once(child, 'close');
    expect(heard).toContain('Bước 2/3');
    expect(heard).not.toContain('Bước 3/3');
    const partial = await withinDatabase((store) => digestOf(store.snapshot()));
    expect(partial.counts['survey'] ?? 0).toBeLessThan(3_000);
    const opened = openStorage({ STORAGE: 'postgres', DATABASE_URL: url, OFFICE_ID }, () => undefined);
    await expect(opened).rejects.toMatchObject({ code: 'store.unfinished' });

    const again = await run('postgres', 'old');
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('giữa chừng') as string });
    expect(await withinDatabase(digestWithoutAudit)).toEqual(await withinFolder('old', digestWithoutAudit));
  });

  it('refuses a target that holds other data', async () => {
    await withinDatabase((store) => store.commit([surveyChange({ id: 'other' })]));
    const refused = await run('postgres', 'old');
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('đã có dữ liệu') as string });
    expect((await withinDatabase((store) => digestOf(store.snapshot()))).counts).toEqual({ survey: 1 });
  });

  it('refuses while a server owns the folder', async () => {
    const claim = await claimFolder(at('old'), (socket) => socket.destroy());
    const refused = await run('postgres', 'old');
    await claim.release();
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('dừng máy chủ') as string });
  });

  it('says which settings it needs', async () => {
    vi.stubEnv('DATABASE_URL', '');
    expect(await run('postgres', 'old')).toMatchObject({
      code: 2,
      err: expect.stringContaining('DATABASE_URL') as string,
    });
  });
});

async function* withoutAudit(changes: AsyncIterable<Change>): AsyncGenerator<Change> {
  for await (const change of changes) if (change.kind !== 'audit') yield change;
}
