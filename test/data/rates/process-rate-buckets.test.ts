import { describe, expect, it } from 'vitest';
import { createProcessRateBuckets } from '../../../data/rates/process-rate-buckets.js';

describe('the process’s token buckets', () => {
  const start = (most = 100) => {
    let now = 0;
    const buckets = createProcessRateBuckets({ clock: { now: () => new Date(now) }, most });
    const take = (key: string, name = 'message') => buckets.take(name, key, { burst: 3, perSecond: 0.5 });
    return { take, wait: (milliseconds: number) => (now += milliseconds) };
  };

  it('let a burst through, say how long to wait, and let through as time passes', () => {
    const { take, wait } = start();
    expect([1, 2, 3, 4, 5].map(() => take('c1'))).toEqual([0, 0, 0, 2, 2]);
    wait(1_000);
    expect(take('c1')).toBe(1);
    wait(1_000);
    expect([1, 2].map(() => take('c1'))).toEqual([0, 2]);
    wait(3_600_000);
    expect([1, 2, 3, 4].map(() => take('c1'))).toEqual([0, 0, 0, 2]);
  });

  it('count each key and each kind for itself', () => {
    const { take } = start();
    for (let taken = 0; taken < 4; taken += 1) take('c1');
    expect(take('c1')).toBe(2);
    expect(take('c2')).toBe(0);
    expect(take('c1', 'token')).toBe(0);
  });

  it('survive a clock that is set back', () => {
    const { take, wait } = start();
    for (let taken = 0; taken < 3; taken += 1) take('c1');
    wait(-60_000);
    expect(take('c1')).toBe(2);
  });

  it('remember only so many keys, and forget the one unused for longest', () => {
    const { take } = start(2);
    const empty = (key: string): void => {
      for (let taken = 0; taken < 3; taken += 1) take(key);
    };
    empty('old');
    empty('kept');
    take('old');
    empty('new');
    expect(take('old')).toBe(2);
    expect(take('kept')).toBe(0);
  });
});
