import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBackup } from '../../data/storage/backup/read-backup.js';
import { motcua } from '../support/motcua.js';
import { startTestOffice } from '../support/running-office.js';
import type { TestOffice } from '../support/running-office.js';
import { createSmsGateway } from '../support/sms-gateway.js';

const SECRET = 'a secret of at least 16';
const FILED = /Mã (?<code>PA-\w{4}-\w{4}), PIN (?<pin>\d{6})/;

/** The lines that count and the checksum, as a command printed them. */
const figures = (out: string): string[] => out.split('\n').filter((line) => line.startsWith('  '));

describe('the drill: backed up while citizens write, restored on another machine', () => {
  let folder: string;
  let office: TestOffice;
  const filed: { code: string; pin: string }[] = [];
  const file = () => join(folder, 'backup.gz');

  /** One citizen after the other files by SMS until told to stop. */
  const writer = async (number: number, stopped: () => boolean): Promise<void> => {
    const send = createSmsGateway(office.url, SECRET);
    for (let citizen = 0; !stopped(); citizen += 1) {
      const from = `+849${String(number)}${String(citizen).padStart(7, '0')}`;
      const reply = FILED.exec(await send(from, `PA đường hỏng, người thứ ${String(citizen)}`))?.groups;
      filed.push({ code: reply?.['code'] ?? '', pin: reply?.['pin'] ?? '' });
    }
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-drill-'));
    office = await startTestOffice({ HOTLINE_SMS_SECRET: SECRET });
  });
  afterAll(async () => {
    await office.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('finds a citizen’s code, and counts and checksum are the same', { timeout: 120_000 }, async () => {
    let stopped = false;
    const writers = [1, 2, 3, 4].map((number) => writer(number, () => stopped));
    while (filed.length < 20) await new Promise((resolve) => setTimeout(resolve, 20));
    const before = [...filed];
    const backedUp = await motcua(['backup', file()], { env: { DATA_DIR: office.folder } });
    stopped = true;
    await Promise.all(writers);
    expect(backedUp).toMatchObject({ code: 0, err: '' });
    const { digest } = await readBackup(file());
    expect(digest.counts['feedback']).toBeGreaterThanOrEqual(before.length);
    expect(digest.counts['feedback']).toBeLessThan(filed.length);
    expect(figures(backedUp.out.toString()).at(-1)).toContain(digest.checksum);
    await office.close();

    const env = { DATA_DIR: join(folder, 'restored') };
    const restored = await motcua(['restore', file()], { env });
    expect(restored.code).toBe(0);
    expect(figures(restored.out.toString())).toEqual(figures(backedUp.out.toString()));

    office = await startTestOffice({ HOTLINE_SMS_SECRET: SECRET, ...env });
    const send = createSmsGateway(office.url, SECRET);
    for (const [index, { code, pin }] of before.entries()) {
      const from = `+848${String(index).padStart(8, '0')}`;
      expect(await send(from, code)).toContain('PIN');
      expect(await send(from, pin)).toMatch(/đã (nhận|tiếp nhận)|Đã tiếp nhận|Mới nhận/i);
    }
    const again = await send('+84912345678', 'PA đèn đường không sáng');
    expect(again).toMatch(FILED);
  });
});
