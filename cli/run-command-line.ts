import { parseArgs } from 'node:util';
import { EXIT, UsageError } from './command.js';
import type { Command, CommandContext, ExitCode, TypedArguments } from './command.js';
import { errorWords } from './error-words.js';
import { commandHelp, overallHelp } from './help.js';
import type { Terminal } from './terminal.js';

const COMMON = { help: { type: 'boolean' }, debug: { type: 'boolean' } } as const;

/** Finds the command, parses what was typed, runs it; every outcome is a sentence and an exit code. */
export const runCommandLine = async (
  commands: readonly Command[],
  argv: readonly string[],
  context: CommandContext,
): Promise<ExitCode> => {
  const { terminal } = context;
  try {
    return await dispatch(commands, argv, context);
  } catch (error) {
    if (argv.includes('--debug') && error instanceof Error) terminal.err(`${error.stack ?? ''}\n`);
    terminal.err(`${errorWords(error)}\n`);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
};

const dispatch = async (
  commands: readonly Command[],
  argv: readonly string[],
  context: CommandContext,
): Promise<ExitCode> => {
  const command = find(commands, argv);
  if (command === undefined) return withoutCommand(commands, argv, context.terminal);
  const typed = parse(command, argv.slice(command.name.split(' ').length));
  if (typed.values['help'] !== true) return command.run(typed, context);
  await context.terminal.out(commandHelp(command));
  return EXIT.done;
};

/** The list of commands: asked for, or because what was typed is none. */
const withoutCommand = async (
  commands: readonly Command[],
  argv: readonly string[],
  { out }: Terminal,
): Promise<ExitCode> => {
  const words = argv.filter((word) => !word.startsWith('-'));
  const family = commands.filter(({ name }) => name.split(' ')[0] === words[0]);
  const help = overallHelp(family.length > 0 ? family : commands);
  const isKnown = words.length === 0 || family.length > 0;
  if (argv.length === 0 || (isKnown && argv.includes('--help'))) {
    await out(help);
    return argv.length === 0 ? EXIT.usage : EXIT.done;
  }
  const typed = `"${argv.join(' ')}"`;
  throw new UsageError(
    `${family.length > 0 ? `Lệnh ${typed} còn thiếu một từ.` : `Không có lệnh ${typed}.`}\n\n${help.trimEnd()}`,
  );
};

const find = (commands: readonly Command[], argv: readonly string[]): Command | undefined =>
  commands.find(({ name }) => name.split(' ').every((word, index) => argv[index] === word));

const parse = (command: Command, args: readonly string[]): TypedArguments => {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([key, { type }]) => [key, { type }]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, ...COMMON },
      allowPositionals: true,
    });
    const own = Object.entries(values).filter(([key]) => key !== 'debug');
    return { values: Object.fromEntries(own), operands: positionals };
  } catch (error) {
    throw new UsageError(wrongOption(error, command));
  }
};

/** node:util speaks English; a clerk reads which option it was and how to get the help. */
const wrongOption = (error: unknown, { name }: Command): string => {
  const message = error instanceof Error ? error.message : '';
  const [option = ''] = /--?[\w-]+/.exec(message) ?? [];
  const isUnknown = message.startsWith('Unknown option');
  return `${isUnknown ? `Lệnh ${name} không có tham số ${option}.` : `Tham số ${option} viết chưa đúng.`} Xem: motcua ${name} --help`;
};
