import { createHash } from 'node:crypto';
import { codeCharacters, spokenLetter, withCheck, withoutCheck } from '../../spoken-code.js';

const BODY_LENGTH = 8;

/**
 * The code of an answer that says this, such as `TL-7KM-2QX-HMT`: the same words have the same code. With 1,000,000
 * different answers kept, one pair in two would share it; the later one then takes its next try.
 */
export const answerCode = (content: string, attempt: number): string => {
  const digest = createHash('sha256')
    .update(`${String(attempt)} ${content}`)
    .digest();
  return format(Array.from(digest.subarray(0, BODY_LENGTH), (_, at) => letterOf(digest, at)).join(''));
};

/** What a person typed or said → the code, or null when it cannot be one or its check character does not match. */
export const readAnswerCode = (typed: string): string | null => {
  const characters = codeCharacters(typed).replace(/^TL(?=.{9}$)/, '');
  const body = withoutCheck(characters);
  return body?.length === BODY_LENGTH ? format(body) : null;
};

/** Two bytes for each letter, so that all letters are nearly as likely. */
const letterOf = (digest: Buffer, at: number): string => spokenLetter(digest.readUInt16BE(at * 2));

const format = (body: string): string => `TL-${withCheck(body).replace(/(.{3})(?=.)/g, '$1-')}`;

/** For hints; its check character is right. */
export const EXAMPLE_ANSWER_CODE = format('7KM2QXHM');
