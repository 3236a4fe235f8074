import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../data/canonical-json.js';
import { backupLines } from '../../../../data/storage/backup/backup-lines.js';
import { readBackup } from '../../../../data/storage/backup/read-backup.js';
import { writeBackup } from '../../../../data/storage/backup/write-backup.js';
import type { Change } from '../../../../data/store.js';
import { feedbackChange, listOf, stateChange, surveyChange } from '../records.js';

const header = {
  format: 'motcua-backup',
  formatVersion: 1,
  product: '0.1.0',
  dataset: '2026-11-22',
  at: '2026-11-22T03:00:00.000Z',
} as const;

const changes: Change[] = [
  feedbackChange({ text: 'Đường hỏng\nở "ngõ 5" \u0000 \ud83d\ude00' }),
  ...Array.from({ length: 300 }, (_, index) => surveyChange({ id: `s${String(index)}` })),
  stateChange('conversation/1', { b: 1, a: { d: null, c: ['một'] } }),
];

async function* streamed(list: readonly Change[]): AsyncGenerator<Change> {
  for (const change of list) yield await Promise.resolve(change);
}

describe('A backup file', () => {
  let folder: string;
  const file = () => join(folder, 'backup.gz');
  const write = () => writeBackup(file(), backupLines(header, streamed(changes)));
  const linesIn = () => gunzipSync(readFileSync(file())).toString().split('\n');
  const rewrite = (lines: string[]) => {
    writeFileSync(file(), gzipSync(lines.join('\n')));
  };
  const refusal = { name: 'DomainError', code: 'backup.unreadable' };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-backup-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('gives back every change as it was, and what it is', async () => {
    const written = await write();
    const read = await readBackup(file());
    expect(await listOf(read.changes())).toEqual(changes);
    expect(read.header).toEqual(header);
    expect(read.digest).toEqual(written.digest);
    expect(read.digest.counts).toEqual({ feedback: 1, survey: 300, state: 1 });
  });

  it('is readable by its owner alone, and leaves nothing else behind', async () => {
    await write();
    expect((statSync(file()).mode & 0o777).toString(8)).toBe('600');
    expect(readdirSync(folder)).toEqual(['backup.gz']);
  });

  it('has the same checksum whatever the order of its changes', async () => {
    const forwards = await write();
    const backwards = await writeBackup(file(), backupLines(header, streamed(changes.toReversed())));
    expect(backwards.digest).toEqual(forwards.digest);
  });

  it('leaves the former one in its place when it cannot be finished', async () => {
    await write();
    const before = readFileSync(file());
    async function* broken(): AsyncGenerator<string> {
      yield await Promise.resolve(canonicalJson(header));
      throw new Error('the server stopped');
    }
    await expect(writeBackup(file(), broken())).rejects.toThrow('the server stopped');
    expect(readFileSync(file())).toEqual(before);
    expect(readdirSync(folder)).toEqual(['backup.gz']);
  });

  it('is not taken for whole when whoever sent it stopped before the last line', async () => {
    async function* cut(): AsyncGenerator<string> {
      for await (const line of backupLines(header, streamed(changes)))
        if (!line.startsWith('{"end"')) yield line;
    }
    await expect(writeBackup(file(), cut())).rejects.toMatchObject(refusal);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says which file it could not write', async () => {
    const nowhere = join(folder, 'no', 'backup.gz');
    const written = writeBackup(nowhere, backupLines(header, streamed(changes)));
    await expect(written).rejects.toMatchObject({
      code: 'backup.unwritable',
      message: expect.stringContaining(nowhere) as string,
    });
  });

  describe('is refused', () => {
    beforeEach(write);

    it.each([0.1, 0.5, 0.9, 0.999])('when it was cut off at %d of its length', async (share) => {
      const bytes = readFileSync(file());
      writeFileSync(file(), bytes.subarray(0, Math.floor(bytes.length * share)));
      await expect(readBackup(file())).rejects.toMatchObject(refusal);
    });

    it('when one bit of it has turned over, wherever that is', async () => {
      const bytes = readFileSync(file());
      for (let at = 10; at < bytes.length - 8; at += 97) {
        const altered = Buffer.from(bytes);
        altered[at] = (altered[at] ?? 0) ^ 1;
        writeFileSync(file(), altered);
        await expect(readBackup(file())).rejects.toMatchObject(refusal);
      }
    });

    it.each([
      [
        'a record was altered',
        (lines: string[]) => lines.map((one) => one.replace('nhiệt tình', 'chậm chạp')),
      ],
      ['a record was left out', (lines: string[]) => lines.filter((_, index) => index !== 5)],
      ['a record is in it twice', (lines: string[]) => [...lines.slice(0, 5), ...lines.slice(4)]],
      ['the last line is missing', (lines: string[]) => lines.slice(0, -2)],
      ['something follows the last line', (lines: string[]) => [...lines.slice(0, -1), lines[1] ?? '']],
      [
        'the count was altered',
        (lines: string[]) => lines.map((one) => one.replace('"survey":300', '"survey":301')),
      ],
      ['a line is no JSON', (lines: string[]) => lines.map((one, index) => (index === 7 ? `${one}}` : one))],
      [
        'it is of a later format',
        (lines: string[]) => lines.map((one) => one.replace('ormatVersion":1', 'ormatVersion":2')),
      ],
      ['it has no first line', (lines: string[]) => lines.slice(1)],
      ['there is nothing in it', () => []],
    ])('when %s', async (_what, alter) => {
      rewrite(alter(linesIn()));
      await expect(readBackup(file())).rejects.toMatchObject(refusal);
    });

    it('when it is no backup, or not there', async () => {
      writeFileSync(file(), 'họ tên;số điện thoại\n');
      await expect(readBackup(file())).rejects.toMatchObject(refusal);
      await expect(readBackup(join(folder, 'other.gz'))).rejects.toMatchObject(refusal);
    });
  });
});
