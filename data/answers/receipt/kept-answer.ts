import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { Instant } from '../../calendar/day.js';
import { GivenAnswer } from './given-answer.js';

/** A given answer as it is kept. What it says repeats itself a good deal: packed it takes a third of the bytes. */
export const KeptAnswer = z.strictObject({
  code: z.string(),
  at: Instant,
  /** All else of the `GivenAnswer` as JSON, deflated (RFC 1951), in Base64. */
  said: z.base64(),
});
export type KeptAnswer = z.output<typeof KeptAnswer>;

export const packed = (json: string): string => deflateRawSync(json).toString('base64');

/** A kept answer → the one that was given. What cannot be unpacked is refused like a wrong field. */
export const OpenedAnswer = KeptAnswer.transform(({ said, ...name }, context) => {
  const rest = unpacked(said);
  if (rest !== null) return { ...name, ...rest };
  context.addIssue({ code: 'custom', path: ['said'], message: 'cannot be unpacked' });
  return z.NEVER;
}).pipe(GivenAnswer);

const unpacked = (said: string): object | null => {
  try {
    return JSON.parse(inflateRawSync(Buffer.from(said, 'base64')).toString()) as object;
  } catch {
    return null;
  }
};
