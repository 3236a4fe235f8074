import { isVietnamese, readSyllable } from './syllable.js';

const TONE_OF_LETTER: Readonly<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  x: '\u0303',
  r: '\u0309',
  j: '\u0323',
};
const TONE_OF_DIGIT: Readonly<Record<string, string>> = {
  '1': '\u0301',
  '2': '\u0300',
  '3': '\u0309',
  '4': '\u0303',
  '5': '\u0323',
};

/** The syllable a Telex or VNI user meant when the input method was off (`thaats` → `thất`, `tro75` → `trợ`), or null. */
export const readKeystrokes = (typed: string): string | null => {
  const text = typed.toLowerCase();
  if (/^(?=.*[a-z].*[a-z])[a-z][a-z0-9]*$/.test(text) && /\d/.test(text)) return fromVni(text);
  return /^[a-z]{2,9}$/.test(text) ? fromTelex(text) : null;
};

const fromVni = (text: string): string | null => {
  if (text.replace(/\D/g, '').length > 4) return null;
  let tone = '';
  let letters = text.replace(/[1-5]/g, (digit) => {
    tone = TONE_OF_DIGIT[digit] ?? '';
    return '';
  });
  if (letters.includes('9')) letters = letters.replace('9', '').replace('d', 'đ');
  if (letters.includes('7')) letters = horn(letters.replaceAll('7', ''));
  if (letters.includes('8')) letters = letters.replace('8', '').replace('a', 'ă');
  if (letters.includes('6')) letters = letters.replaceAll('6', '').replace(/[aeo](?!.*[aeo])/, circumflex);
  return /\d/.test(letters) ? null : withTone(letters, tone);
};

const fromTelex = (text: string): string | null => {
  let letters = text.replace(/^dd/, 'đ').replace(/^d(.+)d$/, 'đ$1');
  let tone = '';
  const toneLetter = /^([^aeiouy]*[aeiouy].*?)([sfrxj])([^sfrxj]*)$/.exec(letters);
  if (toneLetter !== null) {
    tone = TONE_OF_LETTER[toneLetter[2] ?? ''] ?? '';
    letters = `${toneLetter[1] ?? ''}${toneLetter[3] ?? ''}`;
  }
  letters = letters.replace(
    /([aeo])([^aeo]*)\1/,
    (_, vowel: string, between: string) => circumflex(vowel) + between,
  );
  if (letters.includes('w')) letters = horn(letters.replaceAll('w', ''));
  return withTone(letters, tone);
};

const circumflex = (vowel: string): string => ({ a: 'â', e: 'ê', o: 'ô' })[vowel] ?? vowel;

/** Telex `w` and VNI `7` mean a horn where one can stand; a `w` after a lone `a` means its breve. */
const horn = (letters: string): string => {
  if (letters.includes('uo')) return letters.replace('uo', 'ươ');
  if (!/[aeiouy]/.test(letters)) return `${letters}ư`;
  if (/(?<!q)u(?=[aiu]?$|ng|n|t|c|m)/.test(letters)) return letters.replace(/(?<!q)u/, 'ư');
  return letters.includes('o') ? letters.replace('o', 'ơ') : letters.replace('a', 'ă');
};

const withTone = (letters: string, tone: string): string | null => {
  const vowel =
    /[ăâêôơư]/.exec(letters) ??
    /[aeiouy](?=[aeiouy]?[^aeiouy]*$)/.exec(letters.replace(/^(gi|qu)(?=.)/, '__'));
  if (vowel === null) return null;
  const at = vowel.index + 1;
  const result = (letters.slice(0, at) + tone + letters.slice(at)).normalize('NFC');
  return result !== letters.normalize('NFC') || /[đăâêôơư]/.test(result) ? validOrNull(result) : null;
};

const validOrNull = (text: string): string | null => (isVietnamese(readSyllable(text).folded) ? text : null);
