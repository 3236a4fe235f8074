import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RetentionPeriods } from '../../data/retention/retention-periods.js';
import { startDailySweeping } from '../../opening/daily-sweeping.js';
import { activityChange } from '../data/storage/records.js';
import { createMemoryStore } from '../support/memory-store.js';

const HOUR_MS = 3_600_000;

describe('A running office', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    vi.setSystemTime(new Date('2027-02-12T17:00:00.000Z'));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const running = async () => {
    const store = createMemoryStore();
    await store.commit([activityChange('c1', 1)]);
    const lines: string[] = [];
    const log = pino({ base: null, timestamp: false }, { write: (line: string) => lines.push(line) });
    const sweeping = startDailySweeping(store, RetentionPeriods.parse({}), log);
    return { store, sweeping, lines };
  };

  it('sweeps in the night by itself and logs how many of what', async () => {
    const { store, sweeping, lines } = await running();
    await vi.advanceTimersByTimeAsync(2 * HOUR_MS);
    expect(await store.activities.since('c1', 0)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    expect(await store.activities.since('c1', 0)).toEqual([]);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        level: 30,
        event: 'retention.swept',
        swept: [{ of: 'conversation', days: 90, count: 1, oldest: '2026-11-05T03:00:00.000Z' }],
      },
    ]);
    await sweeping.stop();
  });

  it('sweeps no more once it stops', async () => {
    const { store, sweeping } = await running();
    await sweeping.stop();
    await vi.advanceTimersByTimeAsync(24 * HOUR_MS);
    expect(await store.activities.since('c1', 0)).toHaveLength(1);
  });
});
