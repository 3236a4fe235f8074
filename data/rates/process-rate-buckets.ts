import type { Clock } from '../clock.js';
import type { Rate, RateBuckets } from './rate-buckets.js';

interface Bucket {
  left: number;
  at: number;
}

/** Buckets of one process; of each kind the `most` used last are remembered. */
export const createProcessRateBuckets = ({ clock, most }: { clock: Clock; most: number }) => {
  const kinds = new Map<string, Map<string, Bucket>>();
  return {
    take(name: string, key: string, rate: Rate): number {
      const buckets = kinds.get(name) ?? new Map<string, Bucket>();
      kinds.set(name, buckets);
      const bucket = refilled(buckets.get(key), rate, clock.now().getTime());
      const missing = Math.max(0, 1 - bucket.left);
      buckets.delete(key);
      buckets.set(key, missing > 0 ? bucket : { ...bucket, left: bucket.left - 1 });
      // A Map keeps the order of insertion: its first key is the one unused for longest.
      for (const oldest of buckets.keys()) {
        if (buckets.size <= most) break;
        buckets.delete(oldest);
      }
      return Math.ceil(missing / rate.perSecond);
    },
  } satisfies RateBuckets;
};

const refilled = (bucket: Bucket | undefined, { burst, perSecond }: Rate, now: number): Bucket => {
  if (bucket === undefined) return { left: burst, at: now };
  const gained = (Math.max(0, now - bucket.at) / 1000) * perSecond;
  return { left: Math.min(burst, bucket.left + gained), at: now };
};
