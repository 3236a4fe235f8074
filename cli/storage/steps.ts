import { createProgress } from '../progress.js';
import type { Terminal } from '../terminal.js';

/** Steps of a long move: a line when one begins, so that a log shows them too, and a bar on a terminal. */
export const createSteps = (terminal: Terminal) => {
  let bar: ReturnType<typeof createProgress> | null = null;
  let current = '';
  const end = (): void => {
    bar?.end();
    bar = null;
  };
  return {
    /** Begins the step when it is a new one. */
    show(step: string, done: number, total: number | null): void {
      if (step !== current) {
        end();
        terminal.err(`${step} …\n`);
        current = step;
        bar = createProgress(terminal, step, total);
      }
      if (done % DRAW_EVERY === 0) bar?.draw(done);
    },
    end,
  };
};

const DRAW_EVERY = 500;

export type Steps = ReturnType<typeof createSteps>;
