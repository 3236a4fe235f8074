import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { processTerminal } from '../../cli/process-terminal.js';
import { createProgress } from '../../cli/progress.js';

describe('a progress bar', () => {
  const drawn = (isTty: boolean, total: number | null): string => {
    let text = '';
    const progress = createProgress({ isTty, err: (part) => (text += part) }, 'Đang nhập', total);
    progress.draw(0);
    progress.draw(50);
    progress.draw(50);
    progress.draw(300);
    progress.end();
    return text;
  };

  it('grows, is drawn once for the same share, and leaves a clean line', () => {
    const [, ...steps] = drawn(true, 200).split('\r');
    expect(steps[0]).toContain('0 %');
    expect(steps[1]).toContain('25 %');
    expect(steps[2]).toContain('█ 100 %'.replace('█ ', '█] '));
    expect(steps[3]?.trim()).toBe('');
    expect(steps).toHaveLength(5);
  });

  it('counts where the total is not known', () => {
    expect(drawn(true, null)).toContain('Đang nhập 300');
  });

  it('is silent when nobody watches', () => {
    expect(drawn(false, 200)).toBe('');
  });
});

describe('the terminal of a process', () => {
  const fake = (isFull: boolean) => {
    const written: string[] = [];
    const exits: number[] = [];
    const stream = Object.assign(new EventEmitter(), {
      isTTY: true,
      write(chunk: string) {
        written.push(chunk);
        return !isFull;
      },
    });
    const owner = { stdin: stream, stdout: stream, stderr: stream, exit: (code: number) => exits.push(code) };
    return { stream, written, exits, terminal: processTerminal(owner as never) };
  };

  it('waits for a slow reader', async () => {
    const { stream, terminal } = fake(true);
    let isTaken = false;
    const taken = terminal.out('x').then(() => (isTaken = true));
    await Promise.resolve();
    expect(isTaken).toBe(false);
    stream.emit('drain');
    await taken;
    expect(isTaken).toBe(true);
  });

  it('does not wait for a quick one', async () => {
    const { written, terminal } = fake(false);
    await terminal.out('x');
    terminal.err('y');
    expect(written).toEqual(['x', 'y']);
  });

  it('ends quietly when the reader has gone', () => {
    const { stream, exits } = fake(false);
    stream.emit('error', Object.assign(new Error('gone'), { code: 'EPIPE' }));
    expect(exits).toEqual([0]);
  });
});
