import { DomainError } from '../../domain-error.js';

/** Lets `places` in at once; who waits longer than `patience` (milliseconds) is turned away with `store.unavailable`. */
export const createTurnstile = (places: number, patience: number) => {
  let free = places;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    /** Resolves with the function to call when leaving; call it once. */
    enter(): Promise<() => void> {
      if (free > 0) {
        free -= 1;
        return Promise.resolve(leave);
      }
      return new Promise((resolve, reject) => {
        const admit = (): void => {
          clearTimeout(timer);
          resolve(leave);
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(admit), 1);
          reject(new DomainError('store.unavailable', 'The database is too busy: no connection came free.'));
        }, patience);
        waiting.push(admit);
      });
    },
  };
};
