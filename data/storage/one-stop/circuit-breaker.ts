import type { Clock } from '../../clock.js';

export interface CircuitBreaker {
  /** Whether to ask at all. While open, one call in each pause is let through to see whether the other side is back. */
  lets(): boolean;
  report(worked: boolean): void;
}

interface Settings {
  clock: Clock;
  /** Failures in a row after which nobody asks any more. */
  failures?: number;
  pauseMs?: number;
}

/** Spares a system in trouble, and citizens the wait for it. */
export const createCircuitBreaker = ({ clock, failures = 5, pauseMs = 60_000 }: Settings): CircuitBreaker => {
  let failed = 0;
  let nextTry = 0;
  return {
    lets() {
      if (failed < failures) return true;
      const now = clock.now().getTime();
      if (now < nextTry) return false;
      nextTry = now + pauseMs;
      return true;
    },
    report(worked) {
      failed = worked ? 0 : failed + 1;
      if (failed >= failures) nextTry = clock.now().getTime() + pauseMs;
    },
  };
};
