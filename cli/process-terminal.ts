import { once } from 'node:events';
import type { Terminal } from './terminal.js';

/** The terminal of this process. Who closes the pipe early (`| head`) has read enough: the process ends quietly. */
export const processTerminal = (owner: NodeJS.Process): Terminal => {
  const { stdin, stdout, stderr } = owner;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') owner.exit(0);
    else throw error;
  });
  return {
    async out(chunk) {
      if (!stdout.write(chunk)) await once(stdout, 'drain');
    },
    err: (text) => {
      stderr.write(text);
    },
    input: stdin,
    isTty: stderr.isTTY,
    outIsTty: stdout.isTTY,
    inputIsTty: stdin.isTTY,
  };
};
