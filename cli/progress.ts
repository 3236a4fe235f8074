import type { Terminal } from './terminal.js';

const WIDTH = 24;

/** A bar that redraws itself, or a count where the total is not known; silent when nobody watches. */
export const createProgress = (
  terminal: Pick<Terminal, 'err' | 'isTty'>,
  what: string,
  total: number | null,
) => {
  let shown = '';
  const draw = (done: number): void => {
    const line = `${what} ${total === null ? done.toLocaleString('vi-VN') : bar(done, total)}`;
    if (!terminal.isTty || line === shown) return;
    shown = line;
    terminal.err(`\r${line}`);
  };
  return {
    draw,
    /** Leaves the line to what is written next. */
    end: (): void => {
      if (shown !== '') terminal.err(`\r${' '.repeat(shown.length)}\r`);
      shown = '';
    },
  };
};

const bar = (done: number, total: number): string => {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(share * WIDTH);
  return `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${String(Math.floor(share * 100))} %`;
};
