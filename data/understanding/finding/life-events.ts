import { createPhraseTable } from '../../language/reading/phrase-table.js';
import type { LifeEvent } from '../../procedures/catalogue.js';
import { NOTHING } from './outcome.js';
import type { Decision } from './outcome.js';
import type { TextFeatures } from '../ranking/features.js';
import type { Ranked } from '../ranking/rank.js';

/** The event must be nearly all the question says: a story with more in it is ranked. */
const NEARLY_ALL = 0.75;
const MOST = 5;
const CLEAR = 0.6;

/** "mai táng phí", "bố mất, ông từng đi kháng chiến": the event's procedures as choices, or null. */
export const createLifeEvents = (events: readonly LifeEvent[]) => {
  const table = createPhraseTable(
    events.flatMap(({ phrases, procedures }) =>
      phrases.map((phrase): [string, readonly string[]] => [phrase.replace(/[,.]/g, ''), procedures]),
    ),
  );

  return ({ tokens, features }: TextFeatures, ranked: readonly Ranked[]): Decision | null => {
    const words = features.filter(({ kind }) => kind === 'word');
    const all = words.reduce((sum, { worth }) => sum + worth, 0);
    for (const { value, start, end } of table.longest(tokens)) {
      const told = words.slice(start, end).reduce((sum, { worth }) => sum + worth, 0);
      if (told < all * NEARLY_ALL || leadsElsewhere(ranked, value)) continue;
      const candidates = inOrder(value, ranked);
      return { ...NOTHING, outcome: candidates.length === 1 ? 'answer' : 'choices', candidates };
    }
    return null;
  };
};

/** The words name a procedure the event does not hold: "gia hạn" beside an event of first issues. */
const leadsElsewhere = ([first]: readonly Ranked[], procedures: readonly string[]): boolean =>
  first !== undefined &&
  first.signals.phrase > CLEAR &&
  first.signals.local === 0 &&
  !procedures.includes(first.code);

/** The event's own procedures, those the words point to first. */
const inOrder = (codes: readonly string[], ranked: readonly Ranked[]): Decision['candidates'] => {
  const scores = new Map(ranked.map((candidate) => [candidate.code, candidate]));
  return codes
    .map((code) => scores.get(code) ?? { code, score: 0, reasons: [{ what: 'life event', weight: 1 }] })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST);
};
