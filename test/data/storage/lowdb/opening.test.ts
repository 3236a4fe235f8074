import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import type { EmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import { encodeEntry } from '../../../../data/storage/lowdb/journal/entry.js';
import { repairJournals } from '../../../../data/storage/lowdb/repair/repair-journals.js';
import { dossierChange, listOf, surveyChange } from '../records.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
const clock = { now: () => new Date('2026-11-05T03:00:00.000Z') };

describe('Opening the embedded store after a crash', () => {
  let folder: string;
  const opened: EmbeddedStore[] = [];
  const open = async () => {
    const store = await createEmbeddedStore({ folder, clock });
    opened.push(store);
    return store;
  };
  const journal = () => join(folder, 'journal', '2026-11.jsonl');
  const ids = async (store: EmbeddedStore) => (await listOf(store.surveys.stream(EVER))).map(({ id }) => id);
  /** A journal with the surveys s1, s2 and s3, an entry each. */
  const writeThree = async () => {
    const store = await open();
    for (const id of ['s1', 's2', 's3']) await store.commit([surveyChange({ id })]);
    await store.close();
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-opening-'));
    await writeThree();
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    rmSync(folder, { recursive: true });
  });

  it('sets a torn last line aside in a file of its own, says so, and serves all before it', async () => {
    const bytes = readFileSync(journal());
    writeFileSync(journal(), bytes.subarray(0, -20));
    const store = await open();
    expect(await ids(store)).toEqual(['s1', 's2']);
    const [torn] = store.opening.torn;
    expect(torn).toMatchObject({ journal: '2026-11.jsonl', line: 3 });
    const lastLine = bytes.subarray(bytes.lastIndexOf('\n', -2) + 1, -20);
    expect(readFileSync(join(folder, 'journal', torn?.keptAs ?? ''))).toEqual(lastLine);
    await store.commit([surveyChange({ id: 's3', comment: 'gửi lại' })]);
    await store.close();
    const again = await open();
    expect(again.opening).toEqual({ torn: [], damaged: [] });
    expect(await again.surveys.find('s3')).toMatchObject({ comment: 'gửi lại' });
  });

  it('keeps both torn ends when it is torn twice at the same place', async () => {
    const bytes = readFileSync(journal());
    for (const length of [-20, -30]) {
      writeFileSync(journal(), bytes.subarray(0, length));
      await (await open()).close();
    }
    const kept = readdirSync(join(folder, 'journal')).filter((name) => name.includes('torn'));
    expect(kept).toHaveLength(2);
  });

  it('takes pages of zeros at the end for a torn line', async () => {
    writeFileSync(journal(), Buffer.concat([readFileSync(journal()), Buffer.alloc(4_096)]));
    const store = await open();
    expect(await ids(store)).toEqual(['s1', 's2', 's3']);
    expect(store.opening.torn).toMatchObject([{ line: 4, bytes: 4_096 }]);
  });

  describe('with a damaged line in the middle', () => {
    let damaged: string;
    beforeEach(() => {
      damaged = readFileSync(journal(), 'utf8').replace('"id":"s2"', '"id":"s9"');
      writeFileSync(journal(), damaged);
    });

    it('names the line, serves the others and refuses to write', async () => {
      const store = await open();
      expect(store.opening.damaged).toEqual([{ journal: '2026-11.jsonl', line: 2 }]);
      expect(await ids(store)).toEqual(['s1', 's3']);
      const refused = store.commit([surveyChange({ id: 'new' })]);
      await expect(refused).rejects.toMatchObject({ code: 'store.damaged' });
      await expect(store.archive()).rejects.toMatchObject({ code: 'store.damaged' });
      expect(await store.health()).toEqual({
        ready: false,
        reason: expect.stringContaining('line 2') as string,
      });
      await store.close();
      expect(readFileSync(journal(), 'utf8')).toBe(damaged);
    });

    it('cuts no torn end off while it refuses to write', async () => {
      writeFileSync(journal(), damaged.slice(0, -20));
      const store = await open();
      expect(store.opening.torn).toEqual([]);
      await store.close();
      expect(readFileSync(journal(), 'utf8')).toBe(damaged.slice(0, -20));
    });

    it('writes again once it is repaired, and the original is kept', async () => {
      const [repaired] = await repairJournals({ folder, clock });
      expect(repaired).toMatchObject({
        journal: '2026-11.jsonl',
        kept: 2,
        leftOut: [{ line: 2, mentions: [{ kind: 'survey', key: 's9' }] }],
      });
      expect(readFileSync(repaired?.original ?? '', 'utf8')).toBe(damaged);
      const store = await open();
      expect(store.opening.damaged).toEqual([]);
      await store.commit([surveyChange({ id: 's2', comment: 'nhập lại' })]);
      expect((await ids(store)).sort()).toEqual(['s1', 's2', 's3']);
    });
  });

  it('takes a whole last line that was changed for damage, not for a torn end', async () => {
    const changed = readFileSync(journal(), 'utf8').replace('"id":"s3"', '"id":"s9"');
    writeFileSync(journal(), changed);
    const store = await open();
    expect(store.opening.damaged).toEqual([{ journal: '2026-11.jsonl', line: 3 }]);
  });

  it('leaves a sound journal alone when it is repaired', async () => {
    const before = readFileSync(journal(), 'utf8');
    expect(await repairJournals({ folder, clock })).toEqual([]);
    expect(readdirSync(join(folder, 'journal'))).toEqual(['2026-11.jsonl']);
    expect(readFileSync(journal(), 'utf8')).toBe(before);
  });

  it('says which fields of a record from another version of the program it cannot read, not what is in them', async () => {
    const change = Buffer.from(JSON.stringify(surveyChange({ id: 'old' })).replace('"phase"', '"period"'));
    writeFileSync(journal(), Buffer.concat([readFileSync(journal()), encodeEntry([change]).line]));
    const found = (await open()).surveys.find('old');
    await expect(found).rejects.toMatchObject({
      code: 'store.damaged',
      message: expect.stringMatching(/phase/) as string,
    });
    await expect(found).rejects.not.toThrow(/Cán bộ/);
  });

  it('notices a line of the archive that is not what was written', async () => {
    const store = await open();
    await store.commit([dossierChange()]);
    await store.archive();
    const [table = ''] = readdirSync(join(folder, 'archive')).filter((name) => /dossier.*jsonl/.test(name));
    const path = join(folder, 'archive', table);
    writeFileSync(path, readFileSync(path, 'utf8').replace('Công an phường', 'Công an quận 1'));
    const found = store.dossiers.find('H26.15-261105-0001');
    await expect(found).rejects.toMatchObject({ code: 'store.damaged' });
    await expect(found).rejects.not.toThrow(/Công an/);
  });

  it('removes what an interrupted archiving left behind', async () => {
    const store = await open();
    await store.archive();
    await store.close();
    const before = readdirSync(join(folder, 'archive'));
    writeFileSync(join(folder, 'archive', '2026-11-survey.99.jsonl'), 'half');
    writeFileSync(join(folder, 'archive', '2026-11-survey.99.keys'), '');
    expect(await ids(await open())).toEqual(['s1', 's2', 's3']);
    expect(readdirSync(join(folder, 'archive'))).toEqual(before);
  });

  it('does not take a journal for archived when the clock was set back', async () => {
    const ahead = await createEmbeddedStore({ folder, clock: { now: () => new Date('2031-01-01') } });
    await ahead.commit([surveyChange({ id: 's4' })]);
    await ahead.archive();
    await ahead.close();
    const store = await open();
    await store.commit([surveyChange({ id: 's5' })]);
    await store.close();
    expect(await ids(await open())).toEqual(['s1', 's2', 's3', 's4', 's5']);
  });

  it('keeps folders and files from everybody else', async () => {
    rmSync(folder, { recursive: true });
    const store = await open();
    await store.commit([surveyChange()]);
    await store.archive();
    await store.commit([surveyChange({ id: 'open' })]);
    const modes = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(modes(folder)).toBe('700');
    for (const below of ['journal', 'archive']) {
      const names = readdirSync(join(folder, below));
      expect(modes(join(folder, below))).toBe('700');
      expect(new Set(names.map((name) => modes(join(folder, below, name))))).toEqual(new Set(['600']));
    }
  });
});
