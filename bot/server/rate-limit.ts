import type { Clock } from '../../data/clock.js';
import { HttpError } from './http-errors.js';
import type { Limits, Rate, RateName } from './limits.js';

interface Bucket {
  left: number;
  at: number;
}

/** Token buckets by kind and key (an address, a conversation), in bounded memory. */
export const createRateLimits = ({ clock, limits }: { clock: Clock; limits: Limits }) => {
  const kinds = new Map<RateName, Map<string, Bucket>>();
  /** Seconds until there is one again; 0 when one was taken. */
  const wait = (name: RateName, key: string): number => {
    const buckets = kinds.get(name) ?? new Map<string, Bucket>();
    kinds.set(name, buckets);
    const rate = limits.rates[name];
    const bucket = refilled(buckets.get(key), rate, clock.now().getTime());
    const missing = Math.max(0, 1 - bucket.left);
    buckets.delete(key);
    buckets.set(key, missing > 0 ? bucket : { ...bucket, left: bucket.left - 1 });
    // A Map keeps the order of insertion: its first key is the one unused for longest.
    for (const oldest of buckets.keys()) {
      if (buckets.size <= limits.buckets) break;
      buckets.delete(oldest);
    }
    return Math.ceil(missing / rate.perSecond);
  };
  return {
    wait,
    /** Takes one, or throws the 429 that says when to come back. */
    take(name: RateName, key: string): void {
      const seconds = wait(name, key);
      if (seconds > 0) throw new HttpError(429, 'tooMany', { seconds }, { 'Retry-After': String(seconds) });
    },
  };
};
export type RateLimits = ReturnType<typeof createRateLimits>;

const refilled = (bucket: Bucket | undefined, { burst, perSecond }: Rate, now: number): Bucket => {
  if (bucket === undefined) return { left: burst, at: now };
  const gained = (Math.max(0, now - bucket.at) / 1000) * perSecond;
  return { left: Math.min(burst, bucket.left + gained), at: now };
};
