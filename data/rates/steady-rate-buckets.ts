import type { Clock } from '../clock.js';
import type { RateBuckets } from './rate-buckets.js';

/** How long the shared buckets are left alone after they failed: nobody waits for them at every request. */
const REST_MS = 2_000;

interface Dependencies {
  shared: RateBuckets;
  /** The process's own. */
  own: RateBuckets;
  clock: Clock;
  /** Called when the shared buckets begin to fail, once until they answer again. */
  onTrouble: (error: unknown) => void;
}

/** Shared buckets; while they cannot be reached the process's own, so that a limit neither opens nor shuts. */
export const createSteadyRateBuckets = ({ shared, own, clock, onTrouble }: Dependencies): RateBuckets => {
  let failing = false;
  let restsUntil = 0;
  return {
    async take(name, key, rate) {
      if (clock.now().getTime() < restsUntil) return own.take(name, key, rate);
      try {
        const seconds = await shared.take(name, key, rate);
        failing = false;
        return seconds;
      } catch (error) {
        if (!failing) onTrouble(error);
        failing = true;
        restsUntil = clock.now().getTime() + REST_MS;
        return own.take(name, key, rate);
      }
    },
  };
};
