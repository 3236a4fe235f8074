import type { Answers } from '../form-dialog.js';

/** Each message that ticks papers is an answer under a name of its own, so that "quay lại" takes back the last one. */
const NAME = /^tick\d+$/;

/** Positions as the next answer: papers already ticked are taken off again. */
export const tickAnswer = (answers: Answers, positions: readonly number[]): Answers => ({
  [`tick${String(Object.keys(answers).filter((name) => NAME.test(name)).length + 1)}`]: positions.join(' '),
});

/** The positions ticked now, in their order. */
export const ticksIn = (answers: Answers): number[] => {
  const ticked = new Set<number>();
  for (const [name, value] of Object.entries(answers))
    if (NAME.test(name))
      for (const position of positionsIn(value)) if (!ticked.delete(position)) ticked.add(position);
  return [...ticked].sort((one, other) => one - other);
};

const positionsIn = (value: string | null): number[] => (value ? value.split(' ').map(Number) : []);
