import { z } from 'zod';
import type { OfficeCommand, OfficeServices } from '../office/office-command.js';

const ReadInput = z.strictObject({ code: z.string() });

/** An answer that was given, as its code finds it; null when none has the code. */
export const createAnswerCommands = ({ store }: OfficeServices): Record<string, OfficeCommand> => ({
  async *'answer.read'(input) {
    const { code } = ReadInput.parse(input);
    yield JSON.stringify(await store.answers.find(code));
  },
});
