import { fold } from '../language/fold.js';

const KINDS = [
  ['phường', 'ward'],
  ['xã', 'ward'],
  ['thị trấn', 'ward'],
  ['đặc khu', 'ward'],
  ['quận', 'district'],
  ['huyện', 'district'],
  ['thị xã', 'district'],
  ['thành phố', 'city'],
  ['tỉnh', 'province'],
] as const;

/** What a name says it is; a city may be a province or a part of one. */
export type UnitKind = (typeof KINDS)[number][1];

/** "Phường Bến Nghé" → kind and bare name; the whole name without a kind for anything else. */
export const unitName = (name: string): { kind: UnitKind | null; word: string; bare: string } => {
  const lower = toneInFront(name.toLowerCase()).trim();
  const [word, kind] = KINDS.find(([one]) => lower.startsWith(`${one} `)) ?? ['', null];
  return { kind, word: fold(word), bare: lower.slice(word.length).trim() };
};

/** What people write for a kind, folded, as one or two words. */
export const KIND_WORDS: ReadonlyMap<string, { kind: UnitKind; word: string }> = new Map(
  [
    ...KINDS.map(([word, kind]) => [fold(word), kind, fold(word)] as const),
    ['p', 'ward', 'phuong'] as const,
    ['f', 'ward', 'phuong'] as const,
    ['x', 'ward', 'xa'] as const,
    ['tt', 'ward', 'thi tran'] as const,
    ['q', 'district', 'quan'] as const,
    ['h', 'district', 'huyen'] as const,
    ['tx', 'district', 'thi xa'] as const,
    ['tp', 'city', 'thanh pho'] as const,
    ['ward', 'ward', 'phuong'] as const,
    ['commune', 'ward', 'xa'] as const,
    ['district', 'district', 'quan'] as const,
    ['province', 'province', 'tinh'] as const,
  ].map(([said, kind, word]) => [said, { kind, word }]),
);

/** Folded; "qui" and "quy", "05" and "5" are the same name. */
export const nameKey = (name: string): string =>
  wordsOf(name)
    .map(({ key }) => key)
    .join(' ');

export interface Word {
  /** Lower case with marks. */
  said: string;
  /** Folded. */
  key: string;
}

/** "P.5,Q3" → p 5 q 3; punctuation separates, letters and digits part where an abbreviation meets a number. */
export const wordsOf = (text: string): Word[] =>
  toneInFront(text.toLowerCase())
    .replace(/\b(?:tp\.?\s?)?hcm\b|\btphcm\b/g, 'thành phố hồ chí minh')
    .replace(/(?<![\p{L}\p{N}])([pqf])(\d)/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((said) => ({ said, key: keyOf(fold(said)) }));

const keyOf = (folded: string): string =>
  folded.replace(/^0+(?=\d)/, '').replace(/(?<=^(?:[bdghklmnpqrstvx]|qu|th|ch|nh|kh))y$/, 'i');

/** "Hoà" and "Hòa", "Thuỷ" and "Thủy" are one spelling. NFC. */
const toneInFront = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(o)([ae])(\p{M})(?!\p{L})|(?<!q)(u)(y)(\p{M})(?!\p{L})/gu, '$1$4$3$6$2$5')
    .normalize('NFC');
