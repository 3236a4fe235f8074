import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeRules } from '../../cli/office/office-rules.js';
import { createOfficeCommands } from '../../cli/office-commands.js';
import { systemClock } from '../../data/clock.js';
import { systemRandomness } from '../../data/randomness.js';
import { claimFolder } from '../../data/storage/folder-owner.js';
import type { FolderClaim } from '../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../data/storage/lowdb/embedded-store.js';
import { serveOwnerRequests } from '../../data/storage/owner-protocol.js';
import type { Store } from '../../data/store.js';
import { motcua } from '../support/motcua.js';

const SLOW = 60_000;
const RANGE = ['--from', '2026-01-01', '--to', '2099-12-31'];
const ADD = ['feedback', 'add', '--channel', 'paper', '--recorded-by', 'Lan', '--kind', 'khac', '--json'];

const folder = (): string => mkdtempSync(join(tmpdir(), 'motcua-cli-'));

describe('the motcua command, as a process', () => {
  it(
    'answers questions from a pipe, one JSON object a line',
    async () => {
      const { code, out, err } = await motcua(['ask'], {
        input: 'làm sổ hộ nghèo\nxin gplđ cho chuyên gia\n',
      });
      const lines = out.toString().trimEnd().split('\n');
      expect({ code, err, count: lines.length }).toEqual({ code: 0, err: '', count: 2 });
      for (const line of lines) expect(JSON.parse(line)).toMatchObject({ intent: 'procedure' });
    },
    SLOW,
  );

  it(
    'opens the data folder itself when no server runs, and what it keeps stays for the next command',
    async () => {
      const env = { DATA_DIR: folder() };
      const added = await motcua(ADD, { env, input: 'Ghế chờ bị hỏng' });
      expect(added.code).toBe(0);
      const { code } = JSON.parse(added.out.toString()) as { code: string };
      const csv = await motcua(['export', 'feedback', ...RANGE, '--format', 'csv'], { env });
      expect([...csv.out.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(csv.out.toString()).toContain(`${code},`);
      const xlsx = await motcua(['export', 'feedback', ...RANGE, '--format', 'xlsx'], { env });
      const [sheet] = await readXlsxFile(xlsx.out);
      expect(sheet?.data[1]?.[0]).toBe(code);
    },
    SLOW,
  );

  it(
    'names the setting that is wrong',
    async () => {
      const { code, err } = await motcua(['feedback', 'list'], { env: { PORT: 'abc' } });
      expect(code).toBe(1);
      expect(err).toContain('PORT: giá trị "abc" không dùng được');
    },
    SLOW,
  );

  it(
    'says in one line that the data folder cannot be used',
    async () => {
      const { code, err } = await motcua(['feedback', 'list'], { env: { DATA_DIR: '/dev/null/x' } });
      expect(code).toBe(1);
      expect(err).toMatch(/^Không dùng được thư mục dữ liệu \(DATA_DIR\): \w+\..*\n$/);
    },
    SLOW,
  );
});

describe('while a server owns the data folder', () => {
  const DATA_DIR = folder();
  let store: Store;
  let claim: FolderClaim;

  beforeAll(async () => {
    store = await createEmbeddedStore({ folder: DATA_DIR, clock: systemClock });
    const commands = createOfficeCommands({
      store,
      clock: systemClock,
      random: systemRandomness,
      rules: () => officeRules(),
    });
    claim = await claimFolder(DATA_DIR, serveOwnerRequests(commands));
  });

  afterAll(async () => {
    await claim.release();
    await store.close();
  });

  it(
    'the command works through it: the record is in the server’s own store',
    async () => {
      const added = await motcua(ADD, { env: { DATA_DIR }, input: 'Ghế chờ bị hỏng' });
      const { code } = JSON.parse(added.out.toString()) as { code: string };
      expect((await store.feedback.find(code))?.text).toBe('Ghế chờ bị hỏng');
      const closed = await motcua(['feedback', 'close', code], { env: { DATA_DIR } });
      expect(closed).toMatchObject({
        code: 1,
        err: `${code} chưa được trả lời: muốn đóng thì phải ghi lý do.\n`,
      });
    },
    SLOW,
  );
});
