import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { Change, Store } from '../../data/store.js';
import { createMemoryStore } from '../support/memory-store.js';
import { motcuaHere } from '../support/motcua.js';
import { aDossier, aFeedback, aSurvey } from '../support/office-records.js';

const RANGE = ['--from', '2026-11-01', '--to', '30/11/2026'];

const filled = async (changes: Change[]): Promise<Store> => {
  const store = createMemoryStore();
  await store.commit(changes);
  return store;
};

const reply = (id: string, receivedAt: string): Change => ({
  kind: 'survey',
  record: aSurvey({ id, receivedAt }),
});

describe('an export', () => {
  it('holds the days asked for, both ends included, on the office’s calendar', async () => {
    const store = await filled([
      reply('sv-trước', '2026-10-31T16:59:00.000Z'),
      reply('sv-đầu', '2026-10-31T17:00:00.000Z'),
      reply('sv-cuối', '2026-11-30T16:59:00.000Z'),
      reply('sv-sau', '2026-11-30T17:00:00.000Z'),
    ]);
    const { code, out } = await motcuaHere(['export', 'surveys', ...RANGE, '--format', 'json'], { store });
    expect(code).toBe(0);
    expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id)).toEqual(['sv-đầu', 'sv-cuối']);
  });

  it('is everything as CSV when neither days nor format are asked for', async () => {
    const store = await filled([
      reply('sv-cũ', '2024-01-05T02:00:00.000Z'),
      reply('sv-nay', '2026-11-22T04:00:00.000Z'),
    ]);
    const { code, out } = await motcuaHere(['export', 'surveys'], { store });
    expect(code).toBe(0);
    expect(out.startsWith('\uFEFF')).toBe(true);
    expect(out).toContain('sv-cũ');
    expect(out).toContain('sv-nay');
  });

  it('is in the audit before its first line, with or without contacts', async () => {
    const store = await filled([{ kind: 'feedback', record: aFeedback() }]);
    const seen: unknown[] = [];
    const watching: Store = {
      ...store,
      feedback: {
        ...store.feedback,
        async *stream(range) {
          for await (const { action, actor, details } of store.audit.stream({
            from: '2026-11-22',
            to: '2026-11-22',
          }))
            seen.push({ action, actor, details });
          yield* store.feedback.stream(range);
        },
      },
    };
    await motcuaHere(['export', 'feedback', ...RANGE, '--format', 'csv', '--with-contact'], {
      store: watching,
    });
    expect(seen).toEqual([
      {
        action: 'export.feedback',
        actor: 'cli:test',
        details: { from: '2026-11-01', to: '2026-11-30', withContact: true, format: 'csv' },
      },
    ]);
  });

  it('of feedback carries no contact, thread or PIN unless asked for', async () => {
    const contact = { name: 'Bà Mẫu', reach: '0912345678', consentAt: '2026-11-22T02:30:00.000Z' };
    const store = await filled([
      { kind: 'feedback', record: aFeedback({ contact, thread: '+84999999999' }) },
    ]);
    const plain = await motcuaHere(['export', 'feedback', ...RANGE, '--format', 'json'], { store });
    expect(plain.out).not.toMatch(/Mẫu|0912|9999|salt|hash/);
    const full = await motcuaHere(['export', 'feedback', ...RANGE, '--format', 'json', '--with-contact'], {
      store,
    });
    expect(JSON.parse(full.out)).toMatchObject([{ contactName: 'Bà Mẫu', contactReach: '0912345678' }]);
    expect(full.out).not.toMatch(/9999|salt|hash/);
  });

  it('of dossiers carries nothing of phone or identity number', async () => {
    const store = await filled([{ kind: 'dossier', record: aDossier() }]);
    const { out } = await motcuaHere(['export', 'dossiers', ...RANGE, '--format', 'csv'], { store });
    expect(out).toContain('000.00.12.H56-261101-0001');
    expect(out).toContain('Có\r\n');
    expect(out).not.toMatch(/5678|0123/);
  });

  it('of surveys in XLSX has the replies, months, quarters and the codebook', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'motcua-')), 'khảo sát.xlsx');
    const store = await filled([reply('sv-1', '2026-11-05T02:00:00.000Z')]);
    const { code, err } = await motcuaHere(
      ['export', 'surveys', ...RANGE, '--format', 'xlsx', '--out', file],
      { store },
    );
    expect({ code, err }).toEqual({ code: 0, err: `Đã ghi 1 dòng vào ${file}.\n` });
    const sheets = await readXlsxFile(file);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Phiếu khảo sát',
      'Theo tháng',
      'Theo quý',
      'Chú giải',
    ]);
    expect(sheets[0]?.data[1]?.slice(0, 2)).toEqual(['sv-1', new Date('2026-11-05T09:00:00Z')]);
  });

  it('in XLSX does not spill bytes over a screen, but goes through a pipe', async () => {
    const args = ['export', 'surveys', ...RANGE, '--format', 'xlsx'];
    expect(await motcuaHere(args, { terminal: { outIsTty: true } })).toMatchObject({ code: 2, out: '' });
    const { code, bytes } = await motcuaHere(args);
    expect(code).toBe(0);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('leaves the old file and no half one when it fails', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'motcua-'));
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'cũ');
    const store = createMemoryStore();
    const broken: Store = {
      ...store,
      surveys: {
        ...store.surveys,
        stream: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('hỏng')) }) }),
      },
    };
    const { code } = await motcuaHere(['export', 'surveys', ...RANGE, '--format', 'csv', '--out', file], {
      store: broken,
    });
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual(['a.csv']);
    expect(readFileSync(file, 'utf8')).toBe('cũ');
  });

  it('says when it cannot write the file', async () => {
    const { code, err } = await motcuaHere([
      'export',
      'surveys',
      ...RANGE,
      '--format',
      'csv',
      '--out',
      '/không/có/a.csv',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('Không ghi được tệp /không/có/a.csv');
  });

  it.each([
    [['surveys', '--from', '2026-11-30', '--to', '2026-11-01', '--format', 'csv'], '--from phải trước'],
    [['surveys', ...RANGE, '--format', 'pdf'], 'Ghi rõ --format'],
    [['surveys', ...RANGE, '--format', 'csv', '--with-contact'], 'Chỉ phản ánh'],
    [['khảo-sát', ...RANGE, '--format', 'csv'], 'Ghi rõ muốn xuất gì'],
  ])('refuses %j', async (args, sentence) => {
    const { code, err } = await motcuaHere(['export', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
