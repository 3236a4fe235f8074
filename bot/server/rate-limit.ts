import type { Clock } from '../../data/clock.js';
import { createProcessRateBuckets } from '../../data/rates/process-rate-buckets.js';
import type { RateBuckets } from '../../data/rates/rate-buckets.js';
import { HttpError } from './http-errors.js';
import type { Limits, RateName } from './limits.js';

interface Dependencies {
  clock: Clock;
  limits: Limits;
  /** Counted over all instances of the office; without it the process's own are enough. */
  shared?: RateBuckets;
}

/**
 * Who may ask how often. What is asked often and cheap to answer is counted in the process, without the database:
 * `request`, which every request takes first, so that a flood ends there, `read` and `procedures`. The others hold
 * over all instances.
 */
export const createRateLimits = ({ clock, limits, shared }: Dependencies) => {
  const own = createProcessRateBuckets({ clock, most: limits.buckets });
  /** Seconds until this address may ask again; 0 when it may now. */
  const wait = (address: string): number => own.take('request', address, limits.rates.request);
  return {
    wait,
    /** Counts a request of this address, or throws the 429 that says when to come back. */
    admit(address: string): void {
      refuse(wait(address));
    },
    /** Takes one, or rejects with the 429 that says when to come back. */
    async take(name: RateName, key: string): Promise<void> {
      const buckets = IN_THE_PROCESS.has(name) ? own : (shared ?? own);
      refuse(await buckets.take(name, key, limits.rates[name]));
    },
  };
};
export type RateLimits = ReturnType<typeof createRateLimits>;

const IN_THE_PROCESS: ReadonlySet<RateName> = new Set(['read', 'procedures']);

const refuse = (seconds: number): void => {
  if (seconds > 0) throw new HttpError(429, 'tooMany', { seconds }, { 'Retry-After': String(seconds) });
};
