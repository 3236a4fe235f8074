import { fold } from '../../language/fold.js';
import { actionAgreement } from './actions.js';
import type { TextFeatures } from './features.js';
import type { IndexedPhrase, IndexedProcedure, Postings } from './procedure-index.js';

/** What speaks for a candidate; each between 0 and 1 but for `action`, which can speak against. */
export interface Signals {
  /** Share of the question's meaning found anywhere in the procedure's texts. */
  cover: number;
  /** How close the nearest way of putting it is. */
  phrase: number;
  /** How close its own name or title is. */
  naming: number;
  action: number;
  /** Share of what the procedure is about that the question speaks of. */
  core: number;
  superseded: number;
  /** A province's own procedure, and the question does not name the province. */
  local: number;
  /** -1 to 0: how far it lies behind what questions like this one were mostly about. */
  learned: number;
  /** Share of the question that is a name of it which citizens' questions did not teach. */
  whole: number;
}

/** Fitted on writers left out in turn, see docs/adr/understanding.md. */
export const SIGNAL_WEIGHTS: Readonly<Record<keyof Signals, number>> = {
  cover: 0.45,
  phrase: 0.19,
  naming: 0.09,
  action: 0.07,
  core: 0.03,
  superseded: -0.04,
  local: -0.05,
  learned: 1.5,
  whole: 3,
};

export interface AskedWeights {
  /** By feature number: what the question's features weigh, 0 for what it lacks. */
  byFeature: Float64Array;
  total: number;
}

export interface NearestPhrase {
  text: string;
  /** How close the nearest way of putting it is, and the nearest of its own names. */
  phrase: number;
  naming: number;
  /** The largest share of the question that is one of its untaught names, said whole. */
  whole: number;
}

export const nearestPhrase = (
  phrases: readonly IndexedPhrase[],
  { byFeature, total }: AskedWeights,
): NearestPhrase => {
  const nearest = { text: '', phrase: 0, naming: 0, whole: 0 };
  phrases.forEach((candidate, index) => {
    let both = 0;
    let missing = 0;
    for (const feature of candidate.features) {
      const weight = byFeature[feature] ?? 0;
      both += weight;
      if (weight === 0) missing += 1;
    }
    if (both === 0) return;
    // What the phrase has beyond the question counts more against it than the story around the question.
    const beyond = 0.5 * Math.max(0, candidate.own - both) + 0.3 * Math.max(0, total - both);
    const closeness = (candidate.weight * both) / (both + beyond);
    if (index < OWN_NAMES) nearest.naming = Math.max(nearest.naming, closeness);
    if (missing === 0 && candidate.weight === 1 && candidate.isUntaught())
      nearest.whole = Math.max(nearest.whole, both / total);
    if (closeness <= nearest.phrase) return;
    nearest.phrase = closeness;
    nearest.text = candidate.text;
  });
  return nearest;
};

/** Title and name come first among a procedure's phrases. */
const OWN_NAMES = 2;

export const signalsOf = (
  entry: IndexedProcedure,
  question: TextFeatures,
  postings: ReadonlyMap<string, Postings>,
  measured: Pick<Signals, 'cover' | 'learned' | 'phrase' | 'naming' | 'whole'>,
): Signals => {
  const idf = (concept: string): number => postings.get(`§${concept}`)?.idf ?? 0;
  return {
    ...measured,
    action: actionAgreement(question.actions, entry.actions, entry.alsoPlain),
    core: share(entry.core, question.concepts, idf),
    superseded: entry.superseded ? 1 : 0,
    local: isElsewhere(entry, question) ? 1 : 0,
  };
};

/** How much of the first set the second holds, rare ones counting more. */
const share = (
  all: ReadonlySet<string>,
  known: ReadonlySet<string>,
  idf: (concept: string) => number,
): number => {
  let total = 0;
  let shared = 0;
  for (const concept of all) {
    total += idf(concept);
    if (known.has(concept)) shared += idf(concept);
  }
  return total === 0 ? 0 : shared / total;
};

/** Provinces that have published a procedure of their own. */
const PLACES = ['lai chau', 'ha tinh', 'da nang', 'bac ninh', 'hue', 'dien bien', 'tuyen quang'] as const;

const isElsewhere = ({ procedure }: IndexedProcedure, { tokens }: TextFeatures): boolean => {
  if (!(procedure.publishedBy ?? '').includes('QĐ-UBND')) return false;
  const own = ` ${fold(`${procedure.title.vi} ${procedure.name}`).replace(/\W+/g, ' ')} `;
  const asked = ` ${tokens.map(({ folded }) => folded).join(' ')} `;
  return !PLACES.some((place) => own.includes(` ${place} `) && asked.includes(` ${place} `));
};
