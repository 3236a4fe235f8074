import { asRead } from '../as-read.js';
import { createPhraseTable } from '../../language/reading/phrase-table.js';
import { isCutFrom } from '../ranking/features.js';
import type { TextFeatures } from '../ranking/features.js';
import type { Reader } from '../../language/reading/reader.js';
import type { Referrals } from './referrals.js';
import type { Referral } from '../understanding.js';

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
  return ({ tokens, named }: TextFeatures): Referral | null => {
    let referral: Referral | null = null;
    let most = 0;
    for (const { value, start, end, keys } of table.longest(tokens)) {
      const words = keys.length;
      if (named.some((ours) => isCutFrom({ start, end, words }, ours))) continue;
      if (words > most) [referral, most] = [value, words];
    }
    return referral;
  };
};
