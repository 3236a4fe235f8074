import type { Reader } from '../../language/reading/reader.js';
import type { Catalogue } from '../../procedures/catalogue.js';
import type { FoundReferral } from '../find-referral.js';
import type { Knowledge } from '../knowledge.js';
import { belongs, belongsDespite, choose, NOTHING, suggest } from './outcome.js';
import type { Decision } from './outcome.js';
import { createFollowUp } from './follow-up.js';
import { createLifeEvents } from './life-events.js';
import { namedCodes } from './named-codes.js';
import { without } from '../ranking/features.js';
import type { FeatureReader, TextFeatures } from '../ranking/features.js';
import { createProcedureIndex } from '../ranking/procedure-index.js';
import { createRanking } from '../ranking/rank.js';
import type { Ranked } from '../ranking/rank.js';
import { findTwo } from './two-questions.js';
import type { Aspect, QuestionContext } from '../understanding.js';

export interface Circumstances {
  aspect: Aspect | null;
  elsewhere: FoundReferral;
  context: QuestionContext;
}

/**
 * From a question's features to a decision: by code, by what the talk was about, or by ranking. `readOnce` keeps what it
 * has read and is let go when the index is there.
 */
export const createProcedureFinder = (
  catalogue: Catalogue,
  knowledge: Knowledge,
  { readOnce, readPlainly }: { readOnce: Reader; readPlainly: Reader },
  featuresOf: FeatureReader,
) => {
  const index = createProcedureIndex(catalogue.all, knowledge.everydayNames, readOnce, featuresOf);
  const rank = createRanking(index, new Set(knowledge.concepts.modifiers));
  const followUp = createFollowUp(index, rank, (text) => featuresOf(readPlainly(text)));

  const eventOf = createLifeEvents(catalogue.lifeEvents);
  const coreOf = new Map(index.entries.map(({ procedure, core }) => [procedure.code, core]));
  const shareCore = (one: string, other: string): boolean =>
    [...(coreOf.get(one) ?? [])].some((concept) => coreOf.get(other)?.has(concept) === true);

  const persons = new Set(knowledge.concepts.persons);
  const knownBy = new Map(index.entries.map(({ procedure, concepts }) => [procedure.code, concepts]));
  /** Without persons: a disabled person's driving licence is a driving licence. */
  const matterOf = ([first]: readonly Ranked[], { concepts }: TextFeatures): number =>
    [...concepts].filter(
      (concept) => !persons.has(concept) && knownBy.get(first?.code ?? '')?.has(concept) === true,
    ).length;

  /** What speaks of another field must not speak for ours as well. */
  const isOurs = (features: TextFeatures, ranked: readonly Ranked[], elsewhere: FoundReferral): boolean => {
    if (elsewhere.referral === null) return belongs(ranked);
    const rest = without(features, elsewhere.covered);
    const own = rank(rest);
    return belongsDespite(own, {
      share: shareOf(features, elsewhere.covered) - shareOf(features, elsewhere.passing),
      matter: matterOf(own, rest),
      words: features.tokens.length,
    });
  };

  const byRank = (features: TextFeatures, elsewhere: FoundReferral): Decision => {
    const ranked = rank(features);
    const ours = isOurs(features, ranked, elsewhere);
    if (elsewhere.referral !== null && !ours) return NOTHING;
    const event = eventOf(features, ranked);
    if (event !== null && !isExact(ranked)) return event;
    return ours ? (findTwo(features, rank, shareCore) ?? choose(ranked)) : suggest(ranked);
  };

  return (
    question: string,
    features: TextFeatures,
    { aspect, elsewhere, context }: Circumstances,
  ): Decision => {
    const named = namedCodes(question).filter((code) => catalogue.find(code) !== null);
    if (named.length > 0) return byCode(named);
    const decision = byRank(features, elsewhere);
    if (context.procedureCode === null || elsewhere.referral !== null) return decision;
    const continued = followUp(context.procedureCode, features, { aspect, decision });
    return continued === null ? decision : byCode([continued]);
  };
};

/** How much of what a question says stands at these positions. */
const shareOf = ({ features }: TextFeatures, positions: ReadonlySet<number>): number => {
  const words = features.filter(({ kind }) => kind === 'word');
  const all = words.reduce((sum, { worth }) => sum + worth, 0);
  const there = words.reduce((sum, { worth, start }) => sum + (positions.has(start) ? worth : 0), 0);
  return all === 0 ? 0 : there / all;
};

/** The question is, word for word, what one procedure is called; a province nobody named does not make it one. */
const isExact = ([first]: readonly Ranked[]): boolean =>
  first !== undefined && first.signals.phrase > 0.95 && first.signals.local === 0;

const byCode = (codes: readonly string[]): Decision => ({
  ...NOTHING,
  outcome: codes.length === 1 ? 'answer' : 'choices',
  candidates: codes.slice(0, 5).map((code) => ({ code, score: 1, reasons: [{ what: code, weight: 1 }] })),
});
