import type { Locale } from '../language/locale.js';

const DIGITS: Record<Locale, readonly string[]> = {
  vi: ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
};

/** A code as it is read over the phone: "P A – 3 ba, M, 7 bảy, K". */
export const spelledOut = (code: string, locale: Locale): string =>
  Array.from(code.replaceAll('-', ''))
    .map((character) => (/\d/.test(character) ? (DIGITS[locale][Number(character)] ?? character) : character))
    .join(', ');
