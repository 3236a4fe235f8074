import { describe, expect, it } from 'vitest';
import { CalendarYear } from '../../../data/calendar/calendar-year.js';
import type { DayKind } from '../../../data/calendar/calendar-year.js';
import { weekdayOf } from '../../../data/calendar/day.js';
import { createOfficeCalendar } from '../../../data/calendar/office-calendar.js';
import { loadCalendarYears } from '../../../data/load-calendar.js';

const aDay = (date: string, kind: DayKind = 'holiday') => ({
  date,
  kind,
  name: 'Ngày mẫu',
  source: 'Thông báo mẫu',
  official: true,
});
const problemsOf = (year: object): string[] =>
  CalendarYear.safeParse({ year: 2026, complete: true, days: [], ...year }).error?.issues.map(
    ({ message }) => message,
  ) ?? [];

describe('a year that staff enter', () => {
  it('holds only its own days, each once', () => {
    expect(problemsOf({ days: [aDay('2027-01-01')] })).toEqual(['2027-01-01 không thuộc năm 2026']);
    expect(problemsOf({ days: [aDay('2026-01-01'), aDay('2026-01-01', 'swappedOff')] })).toEqual([
      '2026-01-01 được ghi hai lần',
    ]);
  });

  it('works on Saturdays only where the day is one', () => {
    expect(problemsOf({ days: [aDay('2026-01-10', 'workedSaturday')] })).toEqual([]);
    expect(problemsOf({ days: [aDay('2026-01-11', 'workedSaturday')] })).toEqual([
      'workedSaturday phải là một thứ Bảy',
    ]);
  });
});

describe('the shipped years', () => {
  const years = loadCalendarYears();

  it('are 2025, 2026 and 2027, the last without the plan of the Government', () => {
    expect(years.map(({ year, complete }) => [year, complete])).toEqual([
      [2025, true],
      [2026, true],
      [2027, false],
    ]);
    expect(years[2]?.days.map(({ date, official }) => [date, official])).toEqual(
      ['2027-01-01', '2027-04-30', '2027-05-01', '2027-09-02', '2027-11-24'].map((date) => [date, false]),
    );
  });

  it('have a worked Saturday for every swapped-off day', () => {
    for (const { days } of years) {
      const count = (kind: DayKind): number => days.filter((day) => day.kind === kind).length;
      expect(count('workedSaturday')).toBe(count('swappedOff'));
    }
  });

  it('know 24 November as a holiday from 2026 on', () => {
    const calendar = createOfficeCalendar(years);
    expect(['2025-11-24', '2026-11-24', '2027-11-24'].map((day) => calendar.facts(day).worked)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('mark 23/11/2026 as worked but not confirmed', () => {
    expect(createOfficeCalendar(years).facts('2026-11-23')).toMatchObject({ worked: true, official: false });
    expect(weekdayOf('2026-11-23')).toBe(1);
  });
});
