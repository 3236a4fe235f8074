import { inputLines } from '../terminal.js';
import type { Terminal } from '../terminal.js';
import { fold } from '../../data/language/fold.js';

/** Whether the person at the keyboard types "có"; false where nobody can be asked. */
export const confirm = async (terminal: Terminal, question: string): Promise<boolean> => {
  if (!terminal.inputIsTty) return false;
  terminal.err(`${question} Gõ "có" rồi Enter: `);
  for await (const line of inputLines(terminal)) return fold(line).trim() === 'co';
  return false;
};
