import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { claimFolder } from '../../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../../data/storage/lowdb/embedded-store.js';
import { motcuaHere } from '../../support/motcua.js';
import { feedbackChange, listOf, receiptChange, stateChange } from '../../data/storage/records.js';

const clock = { now: () => new Date('2026-11-22T03:00:00.000Z') };
const EVER = { from: '2020-01-01', to: '2035-12-31' };

describe('repair', () => {
  let folder: string;
  const journal = () => join(folder, 'journal', '2026-11.jsonl');
  const repair = () => motcuaHere(['repair']);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-repair-'));
    vi.stubEnv('DATA_DIR', folder);
    const store = await createEmbeddedStore({ folder, clock });
    await store.commit([feedbackChange({ code: 'PA-4P99-999A' })]);
    await store.commit([
      feedbackChange({ code: 'PA-4P99-999B' }),
      stateChange('sms:0912345678/user', { step: 1 }),
      receiptChange({ id: 'sms:0912345678-1' }),
    ]);
    await store.commit([feedbackChange({ code: 'PA-4P99-999C' })]);
    await store.close();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('says what it left out, where the original is and what could not be saved', async () => {
    const damaged = readFileSync(journal(), 'utf8').replace('999B', '999X');
    writeFileSync(journal(), damaged);
    const { code, out } = await repair();
    expect(code).toBe(0);
    expect(out).toContain('2026-11.jsonl: bỏ 1 dòng hỏng.');
    expect(out).toMatch(
      /dòng 2 \([\d.]+ byte\): phản ánh, kiến nghị PA-4P99-999X \(không còn\); hội thoại.*; biên nhận/,
    );
    expect(out).not.toContain('0912345678');
    const original = /Bản gốc còn nguyên: (.+)/.exec(out)?.[1] ?? '';
    expect(readFileSync(original, 'utf8')).toBe(damaged);
    const store = await createEmbeddedStore({ folder, clock });
    expect((await listOf(store.feedback.stream(EVER))).map((one) => one.code)).toEqual([
      'PA-4P99-999A',
      'PA-4P99-999C',
    ]);
    expect(await listOf(store.audit.stream(EVER))).toMatchObject([
      { action: 'storage.repair', details: { files: 1, leftOut: 1, torn: 0, foundAgain: 0 } },
    ]);
    await store.close();
  });

  it('says where the torn end of a power cut lies', async () => {
    writeFileSync(journal(), readFileSync(journal()).subarray(0, -20));
    const { code, out } = await repair();
    expect(code).toBe(0);
    expect(out).toContain(join(folder, 'journal', '2026-11.torn-at-'));
    expect(out).not.toContain('hỏng');
    expect(out).not.toContain('không lấy lại được');
  });

  it('tells a torn end from a damaged line when it finds both', async () => {
    const bytes = readFileSync(journal()).toString().replace('999A', '999X').slice(0, -20);
    writeFileSync(journal(), bytes);
    const { out } = await repair();
    expect(out).toContain('bỏ 1 dòng hỏng');
    expect(out).toContain('2026-11.torn-at-');
  });

  it('repairs the archive too, and says that open work is still there', async () => {
    const store = await createEmbeddedStore({ folder, clock });
    await store.archive();
    await store.close();
    const [table = ''] = readdirSync(join(folder, 'archive')).filter((name) =>
      /2026-11-feedback.*jsonl$/.test(name),
    );
    const path = join(folder, 'archive', table);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"channel":"chat"', '"channel":"cha7"'));
    const { code, out } = await repair();
    expect(code).toBe(0);
    expect(out).toContain(`${join('archive', table)}: bỏ 1 dòng hỏng.`);
    expect(out).toMatch(/dòng 1 .* PA-4P99-999A \(đang còn bản thứ 1\)/);
    expect(await repair()).toMatchObject({
      code: 0,
      out: expect.stringContaining('Không có chỗ nào') as string,
    });
  });

  it('changes nothing where nothing is wrong', async () => {
    const before = readFileSync(journal());
    expect(await repair()).toMatchObject({ code: 0, out: 'Không có chỗ nào hỏng, không thay đổi gì.\n' });
    expect(readFileSync(journal())).toEqual(before);
  });

  it('does not touch a folder that a server owns', async () => {
    const claim = await claimFolder(folder, (socket) => socket.destroy());
    const refused = await repair();
    await claim.release();
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('dừng máy chủ') as string });
  });
});
