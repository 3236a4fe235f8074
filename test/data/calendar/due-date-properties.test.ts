import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDate } from '../../../data/calendar/due-date.js';
import type { Duration } from '../../../data/procedures/processing-time.js';
import { dueDateRules } from '../../support/office-due-dates.js';

const filed = fc.date({
  min: new Date('2024-12-01T00:00:00Z'),
  max: new Date('2028-06-01T00:00:00Z'),
  noInvalidDate: true,
});
const unit = fc.constantFrom('workingDay', 'day', 'hour') satisfies fc.Arbitrary<Duration['unit']>;
const value = fc.integer({ min: 1, max: 90 });
const time = fc.integer({ min: 8, max: 16 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
/** Offices open for longer and shorter than eight hours, some days of their own closed or open for a morning, either cut-off. */
const offices = (halfDays: boolean) =>
  fc
    .record({
      cutOff: fc.record({ hour: time, appliesTo: fc.constantFrom('sameDay' as const, 'all' as const) }),
      closes: fc.constantFrom('15:30', '16:30', '17:00', '19:00'),
      closed: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 3 }),
    })
    .map(({ cutOff, closes, closed }) => {
      const daily = [
        { from: '07:30', to: '11:30' },
        { from: '13:00', to: closes },
      ];
      const hours = { '1': daily, '2': daily, '3': daily, '4': daily, '5': daily };
      return dueDateRules({
        cutOff,
        counters: [{ name: 'Quầy 1', address: 'Số 1', phone: null, hours }],
        closedDays: closed.map((day) => ({
          date: `2026-03-${String(day).padStart(2, '0')}`,
          reason: 'Chuyển trụ sở',
          open: day % 2 === 0 || !halfDays ? [] : [{ from: '07:30', to: '11:30' }],
        })),
      });
    });

const office = offices(true);

const moment = ({ dueDate: day, dueTime }: ReturnType<typeof dueDate>): string => `${day} ${dueTime ?? ''}`;

describe('whenever it is filed, whatever the limit and the office', () => {
  it('a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(filed, unit, value, value, office, (at, of, one, more, rules) => {
        const shorter = dueDate(at, { value: one, unit: of }, rules);
        const longer = dueDate(at, { value: one + more, unit: of }, rules);
        expect(longer.dueDate >= shorter.dueDate).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('one working day more is one working day later', () => {
    fc.assert(
      fc.property(filed, value, office, (at, one, rules) => {
        const { dueDate: day } = dueDate(at, { value: one, unit: 'workingDay' }, rules);
        const next = dueDate(at, { value: one + 1, unit: 'workingDay' }, rules);
        expect(next.dueDate).toBe(rules.calendar.nextWorkingDay(day));
      }),
    );
  });

  it('it never ends on a day off, nor on the day of filing or before unless counted in hours', () => {
    fc.assert(
      fc.property(filed, unit, value, office, (at, of, many, rules) => {
        const due = dueDate(at, { value: many, unit: of }, rules);
        expect(rules.calendar.facts(due.dueDate).worked).toBe(true);
        expect(due.countsFrom >= due.filed.day).toBe(true);
        expect(of === 'hour' ? due.dueDate >= due.countsFrom : due.dueDate > due.countsFrom).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('filing later never gives an earlier due date, to the minute', () => {
    fc.assert(
      fc.property(
        filed,
        fc.integer({ min: 1, max: 20_000 }),
        unit,
        value,
        office,
        (at, minutes, of, many, rules) => {
          const later = new Date(at.getTime() + minutes * 60_000);
          const limit = { value: many, unit: of };
          expect(moment(dueDate(later, limit, rules)) >= moment(dueDate(at, limit, rules))).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('eight hours are worth a working day, however long the office is open on whole days', () => {
    fc.assert(
      fc.property(filed, fc.integer({ min: 2, max: 30 }), offices(false), (at, days, rules) => {
        const inHours = dueDate(at, { value: days * 8, unit: 'hour' }, rules);
        const inDays = dueDate(at, { value: days, unit: 'workingDay' }, rules);
        expect(inHours.dueDate <= inDays.dueDate).toBe(true);
        expect(rules.calendar.nextWorkingDay(inHours.dueDate) >= inDays.dueDate).toBe(true);
      }),
    );
  });
});
