import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../bot/server/limits.js';
import { createRateLimits } from '../../../bot/server/rate-limit.js';
import type { RateBuckets } from '../../../data/rates/rate-buckets.js';

const rates = { ...LIMITS.rates, message: { burst: 3, perSecond: 0.5 }, request: { burst: 1, perSecond: 1 } };

describe('rate limits', () => {
  const start = (shared?: RateBuckets) =>
    createRateLimits({
      clock: { now: () => new Date(0) },
      limits: { ...LIMITS, rates },
      ...(shared === undefined ? {} : { shared }),
    });
  const refusal = (seconds: string): Error =>
    expect.objectContaining({ status: 429, code: 'tooMany', headers: { 'Retry-After': seconds } }) as Error;

  it('reject with a 429 that says when to come back', async () => {
    const limits = start();
    for (let taken = 0; taken < 3; taken += 1) await limits.take('message', 'c1');
    await expect(limits.take('message', 'c1')).rejects.toThrow(refusal('2'));
  });

  it('count every request of an address at once, before anything else', () => {
    const limits = start();
    limits.admit('10.0.0.1');
    expect(() => {
      limits.admit('10.0.0.1');
    }).toThrow(refusal('1'));
    expect(limits.wait('10.0.0.2')).toBe(0);
  });

  it('ask the shared buckets for what is seldom, and never for requests, polls and pages', async () => {
    const asked: string[] = [];
    const limits = start({
      take(name) {
        asked.push(name);
        return Promise.resolve(0);
      },
    });
    limits.admit('10.0.0.1');
    for (const name of ['read', 'procedures', 'token', 'message', 'form', 'push', 'sms'] as const)
      await limits.take(name, 'somebody');
    expect(asked).toEqual(['token', 'message', 'form', 'push', 'sms']);
  });
});
