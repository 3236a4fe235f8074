import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { DomainError } from '../domain-error.js';
import { JsonObject } from '../json.js';
import { connectToOwner } from './folder-owner.js';

/** What the process that owns the folder does for others, by name: each yields the lines of its answer. */
export type OwnerCommands = Record<string, (input: JsonObject) => AsyncIterable<string>>;

/**
 * Requests and answers are JSON, one a line: `{"id","command","arguments"}` is answered by any number of
 * `{"id","line"}` and then `{"id","done":true}` or `{"id","error":{"code","message"}}`. `onError` is for the log:
 * only a DomainError's message reaches whoever asked.
 */
export const serveOwnerRequests =
  (commands: OwnerCommands, onError: (error: unknown) => void = () => undefined) =>
  (socket: Socket): void => {
    createInterface({ input: socket, crlfDelay: Infinity })
      .on('line', (line) => {
        void answer(commands, socket, line, onError);
      })
      .on('error', () => socket.destroy());
  };

/**
 * Asks the process that owns the folder; null when none does and the caller may open the folder itself.
 * The answer's lines come as they are made; an error of the command is thrown here with its code and message.
 */
export const ownerRequest = async (
  folder: string,
  command: string,
  input: JsonObject,
): Promise<AsyncGenerator<string> | null> => {
  const socket = await connectToOwner(folder);
  return socket && answerLines(socket, { id: randomUUID(), command, arguments: input });
};

/** An error of a command as the owner reports it; `code` is the one it had there. */
export class OwnerCommandError extends Error {
  override readonly name = 'OwnerCommandError';
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const Request = z.strictObject({ id: z.string(), command: z.string(), arguments: JsonObject });
type Request = z.infer<typeof Request>;

const Answer = z.union([
  z.strictObject({ id: z.string(), line: z.string() }),
  z.strictObject({ id: z.string(), done: z.literal(true) }),
  z.strictObject({ id: z.string(), error: z.strictObject({ code: z.string(), message: z.string() }) }),
]);

const answer = async (
  commands: OwnerCommands,
  socket: Socket,
  line: string,
  onError: (error: unknown) => void,
): Promise<void> => {
  const request = Request.safeParse(jsonOf(line));
  if (!request.success) {
    socket.destroy();
    return;
  }
  const { id } = request.data;
  try {
    for await (const text of run(commands, request.data)) {
      if (socket.destroyed) return;
      if (!socket.write(`${JSON.stringify({ id, line: text })}\n`)) await drained(socket);
    }
    socket.write(`${JSON.stringify({ id, done: true })}\n`);
  } catch (error) {
    onError(error);
    socket.write(`${JSON.stringify({ id, error: reportOf(error) })}\n`);
  }
};

const run = (commands: OwnerCommands, request: Request): AsyncIterable<string> => {
  const command = Object.hasOwn(commands, request.command) ? commands[request.command] : undefined;
  if (command) return command(request.arguments);
  throw new OwnerCommandError('command.unknown', `The running server does not know "${request.command}".`);
};

const drained = async (socket: Socket): Promise<void> => {
  const left = new AbortController();
  try {
    await Promise.race([
      once(socket, 'drain', { signal: left.signal }),
      once(socket, 'close', { signal: left.signal }),
    ]);
  } finally {
    left.abort();
  }
};

const reportOf = (error: unknown): { code: string; message: string } => {
  if (error instanceof DomainError || error instanceof OwnerCommandError)
    return { code: error.code, message: error.message };
  return { code: 'internal', message: 'The command failed in the running server; its log says why.' };
};

async function* answerLines(socket: Socket, request: Request): AsyncGenerator<string> {
  socket.write(`${JSON.stringify(request)}\n`);
  try {
    for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
      const part = Answer.parse(JSON.parse(line));
      if ('done' in part) return;
      if ('error' in part) throw new OwnerCommandError(part.error.code, part.error.message);
      yield part.line;
    }
  } catch (error) {
    if (error instanceof OwnerCommandError) throw error;
    throw gone(error);
  } finally {
    socket.destroy();
  }
  throw gone();
}

const gone = (cause?: unknown): OwnerCommandError =>
  new OwnerCommandError('owner.gone', 'The server stopped before it had answered.', { cause });

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};
