import { fold } from '../language/fold.js';
import type { Named, PlaceIndex } from './place-index.js';
import type { Unit } from './unit.js';
import { KIND_WORDS, unitName } from './unit-name.js';
import type { UnitKind, Word } from './unit-name.js';

/** A place named in a text: `from` the first of its words, `to` after the last. */
export interface Mention {
  from: number;
  to: number;
  /** Said with "phường", "quận" and the like. */
  withKind: boolean;
  units: readonly Unit[];
}

/**
 * The places named in these words, the longest name at each spot. `free`: nobody was asked for a place, so that where
 * marks are written "thương binh ba" holds no "Bình Ba".
 */
export const mentionsIn = (
  words: readonly Word[],
  index: PlaceIndex,
  speech: 'asked' | 'free' = 'asked',
): Mention[] => {
  const strict = speech === 'free' && isMarked(words);
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const found = kindMention(words, at, index) ?? bareMention(words, at, index, strict);
    if (found) mentions.push(found);
    at = found?.to ?? at + 1;
  }
  return mentions;
};

const kindMention = (words: readonly Word[], at: number, index: PlaceIndex): Mention | null => {
  for (const length of [2, 1]) {
    const kind = KIND_WORDS.get(keyOf(words, at, at + length));
    const found =
      kind && longestName(words, at + length, index, (named, said) => asMarked(ofKind(named, kind), said));
    if (found) return { ...found, from: at, withKind: true };
  }
  return null;
};

/** A single word is too little to be a place's name, and "gia đình" is not "Gia Định". */
const bareMention = (
  words: readonly Word[],
  at: number,
  index: PlaceIndex,
  strict: boolean,
): Mention | null => {
  const found = longestName(words, at, index, (named, said) =>
    strict || isMarked(said) ? writtenSo(named, said) : named,
  );
  return found && found.to - at > 1 ? { ...found, from: at, withKind: false } : null;
};

const longestName = (
  words: readonly Word[],
  at: number,
  index: PlaceIndex,
  fitting: (named: readonly Named[], words: readonly Word[]) => readonly Named[],
): { to: number; units: readonly Unit[] } | null => {
  for (let to = Math.min(words.length, at + index.longest); to > at; to -= 1) {
    const named = fitting(index.named(keyOf(words, at, to)), words.slice(at, to));
    if (named.length > 0) return { to, units: named.map(({ unit }) => unit) };
  }
  return null;
};

const keyOf = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map(({ key }) => key)
    .join(' ');

/** Of that very kind; if there is none, of another kind on the same level: people mix up xã and phường. */
const ofKind = (
  named: readonly Named[],
  { kind, word }: { kind: UnitKind; word: string },
): readonly Named[] => {
  const onLevel = named.filter(({ unit }) => LEVELS[kind].includes(unit.level));
  const exact = onLevel.filter(({ name }) => unitName(name).word === word);
  return exact.length > 0 ? exact : onLevel;
};

const LEVELS: Readonly<Record<UnitKind, readonly Unit['level'][]>> = {
  ward: ['ward', 'now'],
  district: ['district'],
  city: ['district', 'province'],
  province: ['province'],
};

/** "Thạnh An" is not "Thanh An": who writes marks means them. */
const asMarked = (named: readonly Named[], words: readonly Word[]): readonly Named[] => {
  const exact = writtenSo(named, words);
  return exact.length > 0 && isMarked(words) ? exact : named;
};

const isMarked = (words: readonly Word[]): boolean => words.some(({ said }) => said !== fold(said));

/** Those written just so, marks and all. */
const writtenSo = (named: readonly Named[], words: readonly Word[]): readonly Named[] => {
  const said = words.map((word) => word.said).join(' ');
  return named.filter(({ name }) => unitName(name).bare.replace(/[^\p{L}\p{N}]+/gu, ' ') === said);
};
