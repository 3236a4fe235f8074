import { pino } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import { DomainError } from '../../data/domain-error.js';

/** The process's log: one JSON object a line, each with an `event`. What an error says is kept only where it cannot quote a citizen. */
export const createLog = (level: string, destination?: DestinationStream): Logger => {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describe },
    // pino copies the message of what stands at its error key, and of an error logged as such, beside our description.
    errorKey: 'thrown',
    hooks: {
      logMethod(input, method) {
        const [first] = input as unknown[];
        if (first instanceof Error) method.call(this, { event: 'error', err: first });
        else method.apply(this, input);
      },
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

interface Description {
  name: string;
  code?: string;
  message?: string;
  at?: string[];
  cause?: Description;
}

/** JSON.parse, databases and validators quote their input in messages; the frames of the stack quote nothing. */
const describe = (error: unknown): Description => {
  if (!(error instanceof Error)) return { name: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    name: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(quotesNobody(error) ? { message: error.message } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
};

const quotesNobody = (error: Error): boolean =>
  error instanceof DomainError || error instanceof TypeError || error instanceof ReferenceError;
