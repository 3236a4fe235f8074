import { describe, expect, it } from 'vitest';
import { momentAt } from '../../../data/calendar/day.js';
import { dueDate } from '../../../data/calendar/due-date.js';
import type { Duration } from '../../../data/procedures/processing-time.js';
import { dueDateRules } from '../../support/office-due-dates.js';

const TEN: Duration = { value: 10, unit: 'workingDay' };
const due = (
  day: string,
  limit: Duration = TEN,
  office: Parameters<typeof dueDateRules>[0] = {},
  time = '09:00',
) => dueDate(momentAt(day, time), limit, dueDateRules(office));

describe('the sum behind a due date', () => {
  it('names the days off that made it longer and leaves weekends out', () => {
    expect(due('2026-11-20').skipped).toEqual([{ day: '2026-11-24', name: 'Ngày Văn hóa Việt Nam' }]);
  });

  it('names the Saturday worked in place of another day', () => {
    expect(due('2026-08-21').madeUp.map(({ day }) => day)).toEqual(['2026-08-22']);
  });

  it('holds no day off against a term in calendar days, but the one it ends on', () => {
    expect(due('2026-11-18', { value: 10, unit: 'day' })).toMatchObject({
      skipped: [],
      endedOn: '2026-11-28',
    });
    expect(due('2026-11-19', { value: 5, unit: 'day' })).toMatchObject({
      endedOn: '2026-11-24',
      skipped: [{ day: '2026-11-24' }],
    });
  });

  it('says which day nobody has announced yet: 23/11/2026, every day of 2027, any year without a file', () => {
    expect(due('2026-11-20').unofficial).toEqual(['2026-11-23']);
    expect(due('2026-11-23', { value: 1, unit: 'workingDay' }).unofficial).toEqual(['2026-11-23']);
    expect(due('2026-12-30', { value: 2, unit: 'workingDay' }).unofficial).toContain('2027-01-04');
    expect(due('2029-05-02', { value: 1, unit: 'workingDay' }).unofficial).toEqual([
      '2029-05-02',
      '2029-05-03',
    ]);
  });

  it('does not doubt a term in calendar days for a day it only passes', () => {
    expect(due('2026-11-20', { value: 10, unit: 'day' }).unofficial).toEqual([]);
  });

  it('starts hours after lunch when filed at lunch', () => {
    const { firstDay, firstTime } = due('2026-11-02', { value: 2, unit: 'hour' }, {}, '12:10');
    expect([firstDay, firstTime]).toEqual(['2026-11-02', '13:00']);
  });
});

describe("an office's own settings", () => {
  it('closes on its own days', () => {
    const closedDays = [{ date: '2026-11-25', reason: 'Chuyển trụ sở' }];
    const moved = due('2026-11-20', TEN, { closedDays });
    expect(moved.dueDate).toBe('2026-12-08');
    expect(moved.skipped.map(({ name }) => name)).toEqual(['Ngày Văn hóa Việt Nam', 'Chuyển trụ sở']);
  });

  // Friday 20/11/2026 is open in the morning only.
  const morning = { date: '2026-11-20', reason: 'Tập huấn', open: [{ from: '07:30', to: '11:30' }] };
  const DAY = { value: 1, unit: 'workingDay' } as const;
  const hours = (value: number) => ({ value, unit: 'hour' as const });
  it.each([
    // Before closing it counts as filed that day; from closing on it is filed on the next working day, Monday.
    ['11:29', TEN, null, '2026-12-07 '],
    ['11:30', TEN, 'afterClosing', '2026-12-08 '],
    ['14:00', TEN, 'afterClosing', '2026-12-08 '],
    ['14:00', DAY, 'afterClosing', '2026-11-25 '],
    ['09:00', DAY, null, '2026-11-23 '],
    // Half a day is worth half of the eight hours: the rest is counted on Monday morning.
    ['07:30', hours(4), null, '2026-11-20 11:30'],
    ['07:30', hours(8), null, '2026-11-23 11:30'],
    ['10:30', hours(2), null, '2026-11-23 08:30'],
    ['13:30', hours(2), 'afterClosing', '2026-11-23 09:30'],
  ] as const)('closes for half a day: filed at %s, %j', (time, limit, moved, end) => {
    const counted = due('2026-11-20', limit, { closedDays: [morning] }, time);
    expect([counted.moved, `${counted.dueDate} ${counted.dueTime ?? ''}`]).toEqual([moved, end]);
  });

  it('counts a half day as a working day on the way', () => {
    const half = { ...morning, date: '2026-11-25' };
    const counted = due('2026-11-20', TEN, { closedDays: [half] });
    expect(counted.dueDate).toBe('2026-12-07');
    expect(counted.skipped.map(({ name }) => name)).not.toContain('Tập huấn');
  });

  it('keeps no hours that overlap or go backwards', () => {
    const open = [
      { from: '13:00', to: '15:00' },
      { from: '07:30', to: '11:30' },
    ];
    expect(() => due('2026-11-20', TEN, { closedDays: [{ ...morning, open }] })).toThrow('theo thứ tự');
  });

  it('may count the day of filing', () => {
    const counting = { ...dueDateRules().counting, countsFilingDay: true };
    expect(due('2026-11-20', TEN, { counting }).dueDate).toBe('2026-12-04');
    expect(due('2026-11-02', { value: 3, unit: 'day' }, { counting }).dueDate).toBe('2026-11-04');
  });

  it('may leave a term where it ends', () => {
    const counting = { ...dueDateRules().counting, endOnDayOff: 'stays' as const };
    expect(due('2026-11-19', { value: 5, unit: 'day' }, { counting }).dueDate).toBe('2026-11-24');
  });

  it('may take what comes after closing for the same day', () => {
    const counting = { ...dueDateRules().counting, afterClosing: 'sameDay' as const };
    expect(due('2026-11-02', { value: 1, unit: 'workingDay' }, { counting }, '20:00').dueDate).toBe(
      '2026-11-03',
    );
    const late = due('2026-11-02', { value: 12, unit: 'hour' }, { counting }, '20:00');
    expect([late.firstDay, late.firstTime, late.dueDate]).toEqual(['2026-11-03', '07:30', '2026-11-04']);
  });

  it('closes when its first counter does; a day without hours of its own keeps those of a Friday', () => {
    const friday = [{ from: '08:00', to: '16:00' }];
    const counters = [{ name: 'Quầy 1', address: 'Số 1', phone: null, hours: { '5': friday, '1': [] } }];
    expect(due('2026-11-06', TEN, { counters }, '16:00').moved).toBe('afterClosing');
    expect(due('2026-11-09', TEN, { counters }, '16:30').moved).toBe('afterClosing');
  });
});
