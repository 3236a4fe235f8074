const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/** Waiting times that double, each shortened by chance so that many widgets do not come back in step. */
export const createBackOff = () => {
  let tries = 0;
  return {
    next: (): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** tries++) * (0.5 + Math.random() / 2),
    reset: (): void => {
      tries = 0;
    },
  };
};
