import { fold } from '../../language/fold.js';
import { hasPersonalNumbers } from '../../language/personal-numbers.js';
import type { Catalogue } from '../catalogue.js';
import type { Procedure } from '../procedure.js';

/** Why a text cannot become another name of a procedure. */
export type AliasProblem =
  | { kind: 'noSuchCode' }
  /** A name of this procedure already. */
  | { kind: 'known' }
  /** A name of another procedure. */
  | { kind: 'taken'; by: Procedure }
  /** A name is what people call a thing, not what they ask about it. */
  | { kind: 'question' }
  | { kind: 'personalNumbers' };

/** A longer name is seldom typed as it stands. */
export const USUAL_WORDS = 6;

/** `everydayNames`: names by code that the release knows beside the records. */
export const aliasProblem = (
  { code, alias }: { code: string; alias: string },
  catalogue: Catalogue,
  everydayNames: Readonly<Record<string, readonly string[]>>,
): AliasProblem | null => {
  if (catalogue.find(code) === null) return { kind: 'noSuchCode' };
  if (hasPersonalNumbers(alias)) return { kind: 'personalNumbers' };
  if (isQuestion(alias)) return { kind: 'question' };
  const isCalledSo = (record: Procedure): boolean =>
    [record.title.vi, record.name, ...record.aliases, ...(everydayNames[record.code] ?? [])].some((name) =>
      isSameName(name, alias),
    );
  const holders = catalogue.all.filter((record) => record.replacedBy === null && isCalledSo(record));
  const [by] = holders.filter((record) => record.code !== code);
  if (by) return { kind: 'taken', by };
  return holders.length > 0 ? { kind: 'known' } : null;
};

/** Marks tell words apart, so they count; case and blanks do not. */
export const isSameName = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

const ASKS =
  /\?|^(lam sao|lam the nao|cho (toi|em|minh|con|chau) hoi|(toi |em |minh )?(muon|xin) hoi)\b|\b(the nao|lam sao|ra sao|o dau|bao lau|bao nhieu|khi nao|bao gio|gi|khong a|duoc khong|phai khong)$/;

const isQuestion = (alias: string): boolean => ASKS.test(fold(alias).replace(/[\s.!]+$/, ''));
