import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../support/memory-store.js';
import { motcuaHere } from '../../support/motcua.js';
import { aProcedure, correctionChange } from '../../support/office-edition.js';

interface Checked {
  records: number;
  findings: { code: string; file: string; rule: string; field: string }[];
}

const check = async (...args: string[]) => {
  const store = createMemoryStore();
  const record = aProcedure('1.014199', { summary: { vi: `${'rất '.repeat(40)}dài.` } });
  await store.commit([correctionChange({ effectiveFrom: '2026-12-01', edition: 3, record })]);
  const { out } = await motcuaHere(['check', '--json', ...args], { store });
  const { records, findings } = JSON.parse(out) as Checked;
  return {
    records,
    long: findings.filter(({ code, field }) => code === '1.014199' && field.startsWith('summary')),
  };
};

describe('the check of what an office answers from', () => {
  it('finds what the office’s own edition brought, and names it', async () => {
    const { records, long } = await check('--edition', '--on', '2026-12-01');
    expect(records).toBe(183);
    expect(long.map(({ rule }) => rule)).toContain('long-sentence');
    expect(new Set(long.map(({ file }) => file))).toEqual(new Set(['bản của cơ quan, sửa lần 3']));
  });

  it('speaks of the shipped records before that day, and when not asked for the edition', async () => {
    expect((await check('--edition', '--on', '2026-11-30')).long).toEqual([]);
    expect((await check('--on', '2026-12-01')).long).toEqual([]);
  });
});
