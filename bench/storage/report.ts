/** Collects figures and goals; the last line sums up, and a missed goal makes the exit code 1. */
export const createReport = () => {
  let met = 0;
  const missed: string[] = [];
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  return {
    say: print,
    goal(what: string, figure: string, reached: boolean): void {
      print(`${reached ? 'met   ' : 'MISSED'} ${what}: ${figure}`);
      if (reached) met += 1;
      else missed.push(what);
    },
    sumUp(): void {
      const total = met + missed.length;
      const tail = missed.length === 0 ? '' : `; missed: ${missed.join('; ')}`;
      print(`storage: ${String(met)} of ${String(total)} goals met${tail}`);
      if (missed.length > 0) process.exitCode = 1;
    },
  };
};
export type Report = ReturnType<typeof createReport>;

export const median = (figures: readonly number[]): number =>
  figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? NaN;

export const milliseconds = (figure: number): string => `${figure.toFixed(figure < 10 ? 2 : 0)} ms`;
