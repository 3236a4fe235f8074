import { describe, expect, it } from 'vitest';
import { createUsualTimes } from '../../../data/dossiers/lateness/usual-times.js';
import { dueDateRules } from '../../support/office-due-dates.js';
import { createStoppedClock } from '../../support/conversation.js';
import { createMemoryStore } from '../../support/memory-store.js';
import { aDossier } from '../../support/office-records.js';

const { calendar } = dueDateRules();
const CODE = '1.014196';
/** 5 working days, three of them while the applicant was asked for something. */
const finished = (index: number) =>
  aDossier({
    code: `000.00.12.H56-261102-${String(index).padStart(4, '0')}`,
    procedureCode: CODE,
    status: 'finished',
    receivedAt: '2026-11-02T02:00:00.000Z',
    waits: [{ from: '2026-11-03T02:00:00.000Z', to: '2026-11-06T02:00:00.000Z', dueDate: null }],
    finishedAt: '2026-11-09T02:00:00.000Z',
  });

describe('how long dossiers usually take', () => {
  it('leaves out the days on which the applicant was awaited', async () => {
    const store = createMemoryStore();
    await store.commit(
      Array.from({ length: 30 }, (_, index) => ({ kind: 'dossier', record: finished(index) })),
    );
    const times = createUsualTimes({ dossiers: store.dossiers, calendar, clock: createStoppedClock() });
    await times.refresh();
    expect(times.of(CODE)).toEqual({ medianDays: 2, dossiers: 30 });
    expect(times.of('1.000001')).toBeNull();
  });

  it('is counted at most once an hour, and a store that fails leaves what is known', async () => {
    const clock = createStoppedClock('2026-11-20T02:00:00.000Z');
    let counted = 0;
    const troubles: unknown[] = [];
    const times = createUsualTimes({
      dossiers: {
        async *stream() {
          counted += 1;
          yield await Promise.resolve(finished(1));
          throw new Error('down');
        },
      },
      calendar,
      clock,
      onTrouble: (error) => troubles.push(error),
    });
    for (let asked = 0; asked < 5; asked += 1) expect(times.of(CODE)).toBeNull();
    expect(counted).toBe(1);
    clock.moveTo('2026-11-20T03:00:00.000Z');
    times.of(CODE);
    await new Promise(setImmediate);
    expect([counted, troubles.length]).toEqual([2, 2]);
  });
});
