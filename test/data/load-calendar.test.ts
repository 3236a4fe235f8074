import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadCalendarYears } from '../../data/load-calendar.js';

const folder = mkdtempSync(join(tmpdir(), 'motcua-calendar-'));
const enter = (name: string, year: object): void => {
  writeFileSync(join(folder, name), JSON.stringify({ complete: true, days: [], ...year }));
};

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("an office's own calendar years", () => {
  it('take the place of the shipped year and add what is not shipped', () => {
    enter('2027.json', { year: 2027 });
    enter('2028.json', { year: 2028 });
    const years = loadCalendarYears(folder);
    expect(years.map(({ year, complete }) => [year, complete])).toEqual([
      [2025, true],
      [2026, true],
      [2027, true],
      [2028, true],
    ]);
  });

  it('need not be there', () => {
    expect(loadCalendarYears(join(folder, 'missing'))).toEqual(loadCalendarYears());
  });
});

describe('a year entered wrongly', () => {
  it('stops the start with the name of the file', () => {
    const own = mkdtempSync(join(tmpdir(), 'motcua-calendar-'));
    writeFileSync(
      join(own, '2027.json'),
      '{"year": 2027, "complete": true, "days": [{"date": "27/01/2027"}]}',
    );
    expect(() => loadCalendarYears(own)).toThrow('2027.json');
    rmSync(own, { recursive: true });
  });
});
