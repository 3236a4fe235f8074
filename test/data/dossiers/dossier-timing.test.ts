import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../data/calendar/day.js';
import { DossierStatus } from '../../../data/dossiers/dossier.js';
import type { Dossier } from '../../../data/dossiers/dossier.js';
import { dossierTiming } from '../../../data/dossiers/lateness/dossier-timing.js';
import { OfficeProfile } from '../../../data/office/office-profile.js';
import { dueDateRules } from '../../support/office-due-dates.js';
import { aDossier } from '../../support/office-records.js';

const { calendar } = dueDateRules();
const { lateness } = OfficeProfile.parse({ name: 'Sở Nội vụ tỉnh Mẫu' });
const timing = (changes: Partial<Dossier>, today: string) =>
  dossierTiming(aDossier({ movedAt: '2026-11-16T02:00:00.000Z', ...changes }), { today, calendar, lateness });
const apology = (missed: string, newDate: string, at = '2026-11-19T02:00:00.000Z') => ({
  at,
  by: 'cli:lan',
  reason: 'Chờ ý kiến',
  missed,
  newDate,
});

describe('the state of a dossier on a day, promised for Friday 20/11/2026', () => {
  it.each([
    ['2026-11-17', 'onTime'],
    ['2026-11-18', 'dueSoon'],
    ['2026-11-20', 'dueSoon'],
    ['2026-11-21', 'overdue'],
  ])('on %s is %s', (today, state) => {
    expect(timing({}, today).state).toBe(state);
  });

  it('looks ahead over days off: two working days before Wednesday 25/11 is Friday 20/11', () => {
    expect(timing({ dueDate: '2026-11-25' }, '2026-11-19').state).toBe('onTime');
    expect(timing({ dueDate: '2026-11-25' }, '2026-11-20').state).toBe('dueSoon');
  });

  it.each([
    ['supplementRequested', 'waiting'],
    ['paymentRequested', 'waiting'],
    ['finished', 'ended'],
    ['returned', 'ended'],
    ['refused', 'ended'],
    ['stopped', 'ended'],
    ['withdrawalRequested', 'ended'],
  ] as const)('as %s is %s, however late', (status, state) => {
    expect(timing({ status }, '2026-12-31').state).toBe(state);
  });

  it('without a promised day is neither on time nor late', () => {
    expect(timing({ dueDate: null }, '2026-12-31')).toMatchObject({ state: 'noDueDate', dueDate: null });
  });
});

describe('the clock', () => {
  const wait = { from: '2026-11-10T02:00:00.000Z', to: '2026-11-13T02:00:00.000Z', dueDate: '2026-11-20' };

  it('stood still while the applicant was awaited: three working days more, over 24/11', () => {
    expect(timing({ waits: [wait] }, '2026-11-18').dueDate).toBe('2026-11-26');
  });

  it('is not moved twice when the source has given a later day itself', () => {
    expect(timing({ waits: [wait], dueDate: '2026-11-26' }, '2026-11-18').dueDate).toBe('2026-11-26');
  });

  it('is not moved by a wait from before the apology that set the new day', () => {
    const apologies = [apology('2026-11-26', '2026-12-03')];
    expect(timing({ waits: [wait], apologies }, '2026-11-27').dueDate).toBe('2026-12-03');
  });
});

describe('an apology', () => {
  it('sets the day promised now, until that has passed too', () => {
    const apologies = [apology('2026-11-20', '2026-11-27')];
    expect(timing({ apologies }, '2026-11-23')).toMatchObject({ state: 'onTime', dueDate: '2026-11-27' });
    expect(timing({ apologies }, '2026-11-30').state).toBe('overdue');
  });

  it('no longer counts once the source gives another day', () => {
    const apologies = [apology('2026-11-20', '2026-11-27')];
    expect(timing({ apologies, dueDate: '2026-12-01' }, '2026-11-23').dueDate).toBe('2026-12-01');
  });
});

describe('a dossier nobody touches', () => {
  it('is stuck after ten working days, not while it waits for the applicant', () => {
    const movedAt = '2026-11-05T02:00:00.000Z';
    expect(timing({ movedAt }, '2026-11-18').stuck).toBe(false);
    expect(timing({ movedAt }, '2026-11-19').stuck).toBe(true);
    expect(timing({ movedAt, status: 'supplementRequested' }, '2026-12-31').stuck).toBe(false);
  });
});

it('is never overdue before its promised day, whatever its status and day', () => {
  const status = fc.constantFrom(...DossierStatus.options);
  fc.assert(
    fc.property(
      status,
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      (one, due, now) => {
        const dueDate = addDays('2026-01-01', due);
        const { state } = timing({ status: one, dueDate }, addDays('2026-01-01', now));
        expect(state === 'overdue' && now <= due).toBe(false);
      },
    ),
  );
});
