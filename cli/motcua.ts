import { userInfo } from 'node:os';
import { systemClock } from '../data/clock.js';
import { ask } from './commands/ask.js';
import { check } from './commands/check.js';
import { demo } from './commands/demo.js';
import { dossiersImport } from './commands/dossiers-import.js';
import { exportCommand } from './commands/export.js';
import { feedbackAdd } from './feedback/feedback-add.js';
import { feedbackAnswer, feedbackClose } from './feedback/feedback-answer.js';
import { feedbackList } from './feedback/feedback-list.js';
import { feedbackShow } from './feedback/feedback-show.js';
import { openOffice } from './office/open-office.js';
import { processTerminal } from './process-terminal.js';
import { runCommandLine } from './run-command-line.js';

const COMMANDS = [
  ask,
  check,
  dossiersImport,
  feedbackList,
  feedbackShow,
  feedbackAdd,
  feedbackAnswer,
  feedbackClose,
  exportCommand,
  demo,
];

/** `cli:<os user>`; a machine without user names is still told apart from staff. */
const actor = (): string => {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    return 'cli';
  }
};

process.exitCode = await runCommandLine(COMMANDS, process.argv.slice(2), {
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
  openOffice,
});
