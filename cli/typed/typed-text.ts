import { UsageError } from '../command.js';
import { readInput } from '../terminal.js';
import type { Terminal } from '../terminal.js';

/** The text of `--text`, or what is piped in; never waits for somebody to type. */
export const typedText = async (text: string | undefined, terminal: Terminal): Promise<string> => {
  const given = text ?? (terminal.inputIsTty ? '' : await readInput(terminal));
  if (given.trim() === '')
    throw new UsageError('Chưa có nội dung. Dùng --text "…", hoặc đưa nội dung qua đường ống (stdin).');
  return given.trim();
};
