import type { OfficeCommand } from './office-command.js';

/** The office's commands, wherever they run. */
export interface OfficeAccess {
  run(command: string, input: unknown): AsyncIterable<string>;
  close(): Promise<void>;
}

/** The commands in this very process. */
export const localAccess = (
  commands: Readonly<Record<string, OfficeCommand>>,
  close: () => Promise<void>,
): OfficeAccess => ({
  run(command, input) {
    const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
    if (run === undefined) throw new Error(`unknown office command ${command}`);
    return run(input);
  },
  close,
});
