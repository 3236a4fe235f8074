import type { Randomness } from '../randomness.js';
import {
  codeCharacters,
  SPOKEN_BASE,
  spokenLetter,
  spokenValue,
  withCheck,
  withoutCheck,
} from '../spoken-code.js';

const EPOCH_YEAR = 2020;
const BODY_LENGTH = 7;
const MONTH_LENGTH = 2;

/**
 * A new code such as `PA-3M7K-HM4X`: two characters for the month it was filed in, five drawn, one check character.
 * The month leads straight to the journal that holds the record.
 */
export const drawTrackingCode = (now: Date, random: Randomness): string => {
  const months = (now.getUTCFullYear() - EPOCH_YEAR) * 12 + now.getUTCMonth();
  const month = spokenLetter(Math.floor(months / SPOKEN_BASE)) + spokenLetter(months);
  const drawn = Array.from({ length: BODY_LENGTH - MONTH_LENGTH }, () =>
    spokenLetter(random.below(SPOKEN_BASE)),
  ).join('');
  return format(month + drawn);
};

/** What a person typed or said → the code, or null when it cannot be one or its check character does not match. */
export const readTrackingCode = (typed: string): string | null => {
  const characters = codeCharacters(typed).replace(/^PA(?=.{8}$)/, '');
  const body = withoutCheck(characters);
  return body?.length === BODY_LENGTH ? format(body) : null;
};

/** The month a code was filed in, `YYYY-MM` (UTC). */
export const monthOfTrackingCode = (code: string): string => {
  const [high = '', low = ''] = code.slice('PA-'.length);
  const months = spokenValue(high) * SPOKEN_BASE + spokenValue(low);
  return `${String(EPOCH_YEAR + Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
};

const format = (body: string): string => `PA-${body.slice(0, 4)}-${withCheck(body).slice(4)}`;
