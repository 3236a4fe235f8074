import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codeCharacters,
  SPOKEN_BASE,
  spokenLetter,
  spokenValue,
  withCheck,
  withoutCheck,
} from '../../data/spoken-code.js';

const letters = (min: number, max: number) =>
  fc
    .array(fc.nat(SPOKEN_BASE - 1), { minLength: min, maxLength: max })
    .map((values) => values.map((value) => spokenLetter(value)).join(''));

describe('a code that is spoken and written by hand', () => {
  it('has no character that is mistaken for another', () => {
    const all = Array.from({ length: SPOKEN_BASE }, (_, value) => spokenLetter(value)).join('');
    expect(new Set(all).size).toBe(SPOKEN_BASE);
    expect(all).not.toMatch(/[01ILO]/);
    expect(Array.from(all).map((letter) => spokenValue(letter))).toEqual(
      Array.from(all, (_, value) => value),
    );
  });

  it('is read back however it was written', () => {
    fc.assert(
      fc.property(letters(1, 29), (body) => {
        const code = withCheck(body);
        expect(withoutCheck(code)).toBe(body);
        expect(withoutCheck(codeCharacters(code.toLowerCase().replace(/(.{3})/g, '$1 - ')))).toBe(body);
      }),
    );
  });

  it('is refused with any one character wrong or any two neighbours swapped', () => {
    fc.assert(
      fc.property(letters(2, 29), fc.nat(), fc.integer({ min: 1, max: SPOKEN_BASE - 1 }), (body, at, by) => {
        const code = withCheck(body);
        const place = at % code.length;
        const wrong = spokenLetter(spokenValue(code.charAt(place)) + by);
        expect(withoutCheck(code.slice(0, place) + wrong + code.slice(place + 1))).toBeNull();
        const next = at % (body.length - 1);
        const swapped =
          body.slice(0, next) + body.charAt(next + 1) + body.charAt(next) + body.slice(next + 2);
        if (swapped !== body) expect(withoutCheck(swapped + code.slice(-1))).toBeNull();
      }),
    );
  });

  it.each(['', 'A', 'PA0', 'ÀÁ', 'I1O0L'])('is not "%s"', (typed) => {
    expect(withoutCheck(typed)).toBeNull();
  });
});
