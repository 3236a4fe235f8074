import type { z } from 'zod';
import type { Clock } from '../data/clock.js';
import type { OfficeAccess } from './office/office-access.js';
import type { Terminal } from './terminal.js';

export const EXIT = { done: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command is given; tests pass their own. */
export interface CommandContext {
  terminal: Terminal;
  clock: Clock;
  /** Who acts, for the audit: `cli:<os user>`. */
  actor: string;
  /** Resolves when the person presses Ctrl-C or the process is told to end; until asked for, both end it at once. */
  interrupted: () => Promise<void>;
  /** The running office when there is one, else the data folder itself. */
  openOffice: () => Promise<OfficeAccess>;
}

export interface CommandOption {
  type: 'string' | 'boolean';
  /** What stands after it in the help: `TỆP`, `NGÀY`. */
  value?: string;
  describe: string;
}

export interface Command {
  /** One or two words: `feedback add`. */
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** The arguments besides options, as the help shows them. */
  operands: string;
  options: Readonly<Record<string, CommandOption>>;
  examples: readonly string[];
  /** Parses what was typed and runs it. Throws UsageError. */
  run(typed: TypedArguments, context: CommandContext): Promise<ExitCode>;
}

export interface TypedArguments {
  values: Readonly<Record<string, string | boolean | undefined>>;
  operands: readonly string[];
}

/** Wrong usage: a sentence that says what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command from its parts: `input` parses options by name and operands as `operands`. */
export const defineCommand = <Input>(
  parts: Omit<Command, 'run'> & {
    input: z.ZodType<Input>;
    run: (input: Input, context: CommandContext) => Promise<ExitCode>;
  },
): Command => ({
  ...parts,
  run: ({ values, operands }, context) => {
    const parsed = parts.input.safeParse({ ...values, operands });
    if (!parsed.success) throw new UsageError(parsed.error.issues.map(sentence).join(' '));
    return parts.run(parsed.data, context);
  },
});

/** Schemas give a Vietnamese sentence of their own; where one does not, the option is at least named. */
const sentence = ({ path, message }: z.core.$ZodIssue): string =>
  /[à-ỹđ]/i.test(message) ? message : `Tham số --${path.map(String).join('.')} chưa đúng.`;
