import type { Clock } from '../clock.js';
import type { RateBuckets } from './rate-buckets.js';

/** A citizen waits for the turn too, and for both together 5 s at most. */
const PATIENCE_MS = 500;
/** How long the shared buckets are left alone after they failed: nobody waits for them at every request. */
const REST_MS = 2_000;

interface Dependencies {
  shared: RateBuckets;
  /** The process's own. */
  own: RateBuckets;
  clock: Clock;
  /** Called when the shared buckets begin to fail, once until they answer again. */
  onTrouble: (error: unknown) => void;
  patienceMs?: number;
}

/** Shared buckets; while they cannot be reached the process's own, so that a limit neither opens nor shuts. */
export const createSteadyRateBuckets = ({
  shared,
  own,
  clock,
  onTrouble,
  patienceMs = PATIENCE_MS,
}: Dependencies): RateBuckets => {
  let failing = false;
  let restsUntil = 0;
  return {
    async take(name, key, rate) {
      if (clock.now().getTime() < restsUntil) return own.take(name, key, rate);
      try {
        const seconds = await within(patienceMs, shared.take(name, key, rate));
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

const within = async (milliseconds: number, answer: number | Promise<number>): Promise<number> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The shared buckets do not answer in time.'));
    }, milliseconds);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};
