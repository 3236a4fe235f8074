import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../bot/server/limits.js';
import { createRateLimits } from '../../../bot/server/rate-limit.js';

describe('rate limits', () => {
  const start = (buckets = 100) => {
    let now = 0;
    const rates = { ...LIMITS.rates, message: { burst: 3, perSecond: 0.5 } };
    const limits = createRateLimits({
      clock: { now: () => new Date(now) },
      limits: { ...LIMITS, rates, buckets },
    });
    return { limits, wait: (milliseconds: number) => (now += milliseconds) };
  };

  it('let a burst through, say how long to wait, and let through as time passes', () => {
    const { limits, wait } = start();
    expect([1, 2, 3, 4, 5].map(() => limits.wait('message', 'c1'))).toEqual([0, 0, 0, 2, 2]);
    wait(1_000);
    expect(limits.wait('message', 'c1')).toBe(1);
    wait(1_000);
    expect([1, 2].map(() => limits.wait('message', 'c1'))).toEqual([0, 2]);
    wait(3_600_000);
    expect([1, 2, 3, 4].map(() => limits.wait('message', 'c1'))).toEqual([0, 0, 0, 2]);
  });

  it('count each key and each kind for itself', () => {
    const { limits } = start();
    for (let taken = 0; taken < 4; taken += 1) limits.wait('message', 'c1');
    expect(limits.wait('message', 'c1')).toBe(2);
    expect(limits.wait('message', 'c2')).toBe(0);
    expect(limits.wait('read', 'c1')).toBe(0);
  });

  it('throw a 429 that says when to come back', () => {
    const { limits } = start();
    for (let taken = 0; taken < 3; taken += 1) limits.take('message', 'c1');
    expect(() => {
      limits.take('message', 'c1');
    }).toThrow(
      expect.objectContaining({ status: 429, code: 'tooMany', headers: { 'Retry-After': '2' } }) as Error,
    );
  });

  it('survive a clock that is set back', () => {
    const { limits, wait } = start();
    for (let taken = 0; taken < 3; taken += 1) limits.wait('message', 'c1');
    wait(-60_000);
    expect(limits.wait('message', 'c1')).toBe(2);
  });

  it('remember only so many keys, and forget the one unused for longest', () => {
    const { limits } = start(2);
    const empty = (key: string): void => {
      for (let taken = 0; taken < 3; taken += 1) limits.wait('message', key);
    };
    empty('old');
    empty('kept');
    limits.wait('message', 'old');
    empty('new');
    expect(limits.wait('message', 'old')).toBe(2);
    expect(limits.wait('message', 'kept')).toBe(0);
  });
});
