/** 31 characters nobody mistakes when read aloud or written by hand: no 0, 1, I, L, O. A prime, which the check needs. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export const SPOKEN_BASE = ALPHABET.length;

/** The letter of a number; only its remainder by the base counts. */
export const spokenLetter = (value: number): string => ALPHABET.charAt(value % SPOKEN_BASE);

/** 0 to 30, or -1 for a character that is in no code. */
export const spokenValue = (letter: string): number => ALPHABET.indexOf(letter);

/** The body with its check character at the end. */
export const withCheck = (body: string): string => body + checkOf(body);

/** The body of what `withCheck` made; null when a character is wrong. */
export const withoutCheck = (characters: string): string | null => {
  const body = characters.slice(0, -1);
  const isSpoken = Array.from(characters).every((letter) => spokenValue(letter) >= 0);
  return isSpoken && body !== '' && withCheck(body) === characters ? body : null;
};

/** Blanks, dots and dashes people put in do not matter, nor does the case. */
export const codeCharacters = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Weights 2, 3, 4 … modulo the prime: any one wrong character and any two swapped neighbours are caught (up to 29). */
const checkOf = (body: string): string =>
  spokenLetter(Array.from(body).reduce((sum, letter, index) => sum + spokenValue(letter) * (index + 2), 0));
