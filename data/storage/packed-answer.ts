import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { GivenAnswer } from '../answers/receipt/given-answer.js';
import { KeptAnswer } from '../answers/receipt/kept-answer.js';
import { canonicalJson } from '../canonical-json.js';

/** The same answer is always packed to the same bytes. */
export const packedAnswer = ({ code, at, ...said }: GivenAnswer): KeptAnswer => ({
  code,
  at,
  said: deflateRawSync(canonicalJson(said)).toString('base64'),
});

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
