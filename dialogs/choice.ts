import { fold } from '../data/language/fold.js';
import type { Suggestion } from '../bot/framework/sdk.js';
import type { Say } from '../data/texts/texts.js';

/** One of several answers: `value` is kept, `title` is shown and may be typed, `also` are other ways to say it. */
export interface Option {
  value: string;
  title: string;
  also?: readonly string[];
}

/** "2", "số 2", "2.", "chọn 2", "cái 2" as the whole message; a number inside a sentence chooses nothing. */
const NUMBER = /^(?:so|chon|cau|cai|y|muc|loai|option|number|no\.?|#)?\s*(\d{1,2})\s*[.)]?$/;

const ORDINALS = [
  ['dau', 'dau tien', 'thu nhat', 'mot', 'first', 'one'],
  ['thu hai', 'hai', 'second', 'two'],
  ['thu ba', 'ba', 'third', 'three'],
  ['thu tu', 'bon', 'fourth', 'four'],
  ['thu nam', 'nam', 'fifth', 'five'],
];

/** What a citizen typed or tapped → the option's value, or null when it fits none or more than one. */
export const readChoice = (text: string, options: readonly Option[]): string | null => {
  const said = plain(text);
  if (said === '') return null;
  return (byName(said, options) ?? byPosition(said, options) ?? byWords(said, options))?.value ?? null;
};

export const optionSuggestions = (options: readonly Option[]): Suggestion[] =>
  options.map(({ title }) => ({ title, value: title }));

export const yesNo = (say: Say): Option[] => [
  {
    value: 'yes',
    title: say('main.yes'),
    also: [
      'co',
      'da',
      'vang',
      'u',
      'uh',
      'uhm',
      'ok',
      'oke',
      'okay',
      'dong y',
      'duoc',
      'dung',
      'dung roi',
      'yes',
      'y',
      'da co',
      'co a',
      'vang a',
      'da vang',
      'da duoc',
      'sure',
    ],
  },
  {
    value: 'no',
    title: say('main.no'),
    also: [
      'khong',
      'ko',
      'k',
      'hong',
      'hok',
      'no',
      'n',
      'thoi',
      'chua',
      'khong can',
      'khong a',
      'da khong',
      'khong dong y',
      'ko can',
      'nope',
    ],
  },
];

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}\s.#]/gu, ' ')
    .replace(/[.\s]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();

const byName = (said: string, options: readonly Option[]): Option | undefined =>
  options.find(({ value, title, also = [] }) => [title, value, ...also].some((name) => plain(name) === said));

const byPosition = (said: string, options: readonly Option[]): Option | undefined => {
  const number = NUMBER.exec(said)?.[1];
  if (number !== undefined) return options[Number(number) - 1];
  const ordinal = ORDINALS.findIndex((names) => names.includes(said.replace(/^(cai|y|muc|loai|the)\s/, '')));
  return ordinal < 0 ? undefined : options[ordinal];
};

/** A few words of exactly one title, or one title inside the sentence. */
const byWords = (said: string, options: readonly Option[]): Option | undefined => {
  if (said.length < 3 || /^\d+$/.test(said)) return undefined;
  const fitting = options.filter(({ title }) => {
    const named = plain(title);
    return contains(named, said) || (named.includes(' ') && contains(said, named));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
};

const contains = (whole: string, part: string): boolean => ` ${whole} `.includes(` ${part} `);
