import { z } from 'zod';
import { DomainError } from '../domain-error.js';
import type { Locale } from '../language/locale.js';
import type vi from './vi.json';

type Group = keyof typeof vi;

/** `group.name`, checked against the Vietnamese file when the project is compiled. */
export type TextKey = { [G in Group]: `${G}.${keyof (typeof vi)[G] & string}` }[Group];

export type TextParameters = Readonly<Record<string, string | number>>;

/** Says a text in one language, its `{placeholders}` filled. */
export type Say = (key: TextKey, parameters?: TextParameters) => string;

export type Texts = Readonly<Record<Locale, Say>>;

const TextFile = z.record(z.string(), z.record(z.string(), z.string().min(1)));

/** Both files must hold the same keys with the same placeholders; else DomainError `texts.invalid` names them. */
export const createTexts = (files: Record<Locale, unknown>): Texts => {
  const vietnamese = flatten(TextFile.parse(files.vi));
  const english = flatten(TextFile.parse(files.en));
  const uneven = [...new Set([...vietnamese.keys(), ...english.keys()])].filter(
    (key) => placeholders(vietnamese.get(key)) !== placeholders(english.get(key)),
  );
  if (uneven.length > 0)
    throw new DomainError('texts.invalid', `vi.json and en.json differ in: ${uneven.join(', ')}`);
  return { vi: createSay(vietnamese), en: createSay(english) };
};

const flatten = (file: z.infer<typeof TextFile>): Map<string, string> =>
  new Map(
    Object.entries(file).flatMap(([group, texts]) =>
      Object.entries(texts).map(([name, text]): [string, string] => [`${group}.${name}`, text]),
    ),
  );

/** The sorted placeholder names; `missing` for a text that is not there. */
const placeholders = (text: string | undefined): string =>
  text === undefined ? 'missing' : [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');

const createSay =
  (texts: ReadonlyMap<string, string>): Say =>
  (key, parameters = {}) => {
    const text = texts.get(key);
    if (text === undefined) throw new DomainError('texts.invalid', `no text ${key}`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = parameters[name];
      if (value === undefined) throw new DomainError('texts.invalid', `${key} needs {${name}}`);
      return String(value);
    });
  };
