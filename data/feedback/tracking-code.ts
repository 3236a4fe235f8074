import type { Randomness } from '../randomness.js';

/** 31 characters nobody mistakes when read aloud or written by hand: no 0, 1, I, L, O. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const BASE = ALPHABET.length;
const EPOCH_YEAR = 2020;
const BODY_LENGTH = 7;
const MONTH_LENGTH = 2;

/**
 * A new code such as `PA-3M7K-HM4X`: two characters for the month it was filed in, five drawn, one check character.
 * The month leads straight to the journal that holds the record.
 */
export const drawTrackingCode = (now: Date, random: Randomness): string => {
  const months = (now.getUTCFullYear() - EPOCH_YEAR) * 12 + now.getUTCMonth();
  const month = letter(Math.floor(months / BASE)) + letter(months);
  const drawn = Array.from({ length: BODY_LENGTH - MONTH_LENGTH }, () => letter(random.below(BASE))).join('');
  return format(month + drawn);
};

/** What a person typed or said → the code, or null when it cannot be one or its check character does not match. */
export const readTrackingCode = (typed: string): string | null => {
  const characters = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^PA(?=.{8}$)/, '');
  const body = characters.slice(0, BODY_LENGTH);
  if (characters.length !== BODY_LENGTH + 1 || !Array.from(characters).every((c) => ALPHABET.includes(c)))
    return null;
  return checkCharacter(body) === characters[BODY_LENGTH] ? format(body) : null;
};

/** The month a code was filed in, `YYYY-MM` (UTC). */
export const monthOfTrackingCode = (code: string): string => {
  const [high = '', low = ''] = code.slice('PA-'.length);
  const months = ALPHABET.indexOf(high) * BASE + ALPHABET.indexOf(low);
  return `${String(EPOCH_YEAR + Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`;
};

const letter = (value: number): string => ALPHABET.charAt(value % BASE);

const format = (body: string): string => `PA-${body.slice(0, 4)}-${body.slice(4)}${checkCharacter(body)}`;

/** Weights 2…8 modulo the prime 31: any one wrong character and any two swapped neighbours are caught. */
const checkCharacter = (body: string): string =>
  letter(Array.from(body).reduce((sum, c, index) => sum + ALPHABET.indexOf(c) * (index + 2), 0));
