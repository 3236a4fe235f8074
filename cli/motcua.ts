import { userInfo } from 'node:os';
import { systemClock } from '../data/clock.js';
import { ALL_COMMANDS } from './all-commands.js';
import { openOffice } from './office/open-office.js';
import { processTerminal } from './process-terminal.js';
import { runCommandLine } from './run-command-line.js';
import { settings } from './settings.js';

/** `cli:<os user>`; a machine without user names is still told apart from staff. */
const actor = (): string => {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    return 'cli';
  }
};

process.exitCode = await runCommandLine(ALL_COMMANDS, process.argv.slice(2), {
  terminal: processTerminal(process),
  clock: systemClock,
  actor: actor(),
  interrupted: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => {
          resolve();
        });
    }),
  openOffice: () => openOffice(settings()),
});
