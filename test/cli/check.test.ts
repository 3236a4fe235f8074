import { describe, expect, it } from 'vitest';
import { readRecords } from '../../data/load-dataset.js';
import { motcuaHere } from '../support/motcua.js';

describe('motcua check', () => {
  it('finds no error in the shipped records', async () => {
    const { code, out } = await motcuaHere(['check', '--on', '2026-11-22', '--json']);
    const report = JSON.parse(out) as { on: string; records: number; counts: object; findings: object[] };
    expect(
      report.findings.filter((finding) => 'severity' in finding && finding.severity === 'error'),
    ).toEqual([]);
    expect(report).toMatchObject({ on: '2026-11-22', records: readRecords().length, counts: { error: 0 } });
    expect(code).toBe(0);
  });

  it('ends with a line of counts a clerk can read, and names files by their place in the project', async () => {
    const { out } = await motcuaHere(['check', '--on', '01/01/2030']);
    expect(out).toMatch(/tính theo ngày 01\/01\/2030\.\nLỗi: \d+ · Cần xem lại: \d+ · Nên biết: \d+\n$/);
    expect(out).toContain('Tệp: data/procedures/records/');
    expect(out).toContain('đã 1');
  });
});
