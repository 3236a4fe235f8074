import { asRead } from './as-read.js';
import { createPhraseTable } from '../language/reading/phrase-table.js';
import { isCutFrom } from './ranking/features.js';
import type { TextFeatures } from './ranking/features.js';
import type { Reader } from '../language/reading/reader.js';
import type { Referrals } from './referrals.js';
import type { Referral } from './understanding.js';

export interface FoundReferral {
  referral: Referral | null;
  /** Positions of the words that speak of other fields. */
  covered: ReadonlySet<number>;
  /** Those of them that say what is done already or what ours is wanted for: "khai tử xong", "để vay ngân hàng". */
  passing: ReadonlySet<number>;
}

/** Which other authority a question belongs to, or null; the longest phrase says it best. */
export const createReferrals = (entries: Referrals, read: Reader) => {
  const table = createPhraseTable(
    entries.flatMap(({ id, text, phrases }) =>
      phrases.flatMap((phrase) =>
        asRead(phrase, read).map((words): [string, Referral] => [words, { id, text }]),
      ),
    ),
    true,
  );
  return ({ tokens, named }: TextFeatures): FoundReferral => {
    let referral: Referral | null = null;
    let most = 0;
    const covered = new Set<number>();
    const passing = new Set<number>();
    for (const { value, start, end, keys } of table.longest(tokens)) {
      const words = keys.length;
      if (named.some((ours) => isCutFrom({ start, end, words }, ours))) continue;
      const aside = isAside(tokens, start, end);
      for (let at = start; at < end; at += 1) {
        covered.add(at);
        if (aside) passing.add(at);
      }
      if (words > most) [referral, most] = [value, words];
    }
    return { referral, covered, passing };
  };
};

const BEFORE = new Set(['đã', 'để']);
const AFTER = new Set(['xong', 'rồi']);
const REACH = 2;

/** "đã có giấy đăng ký kinh doanh", "chốt sổ xong": stands beside what is asked for. */
const isAside = (tokens: TextFeatures['tokens'], start: number, end: number): boolean =>
  tokens.slice(Math.max(0, start - REACH), start).some(({ key }) => BEFORE.has(key)) ||
  tokens.slice(end, end + 1).some(({ key }) => AFTER.has(key));
