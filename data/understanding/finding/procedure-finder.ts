import type { Reader } from '../../language/reading/reader.js';
import type { Catalogue } from '../../procedures/catalogue.js';
import type { FoundReferral } from '../find-referral.js';
import type { Knowledge } from '../knowledge.js';
import { belongs, choose, NOTHING, suggest } from './outcome.js';
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

/** From a question's features to a decision: by code, by what the talk was about, or by ranking. */
export const createProcedureFinder = (
  catalogue: Catalogue,
  knowledge: Knowledge,
  read: Reader,
  featuresOf: FeatureReader,
) => {
  const index = createProcedureIndex(catalogue.all, knowledge.everydayNames, read, featuresOf);
  const rank = createRanking(index, new Set(knowledge.concepts.modifiers));
  const followUp = createFollowUp(index, rank, (text) => featuresOf(read(text)));

  const eventOf = createLifeEvents(catalogue.lifeEvents);
  const coreOf = new Map(index.entries.map(({ procedure, core }) => [procedure.code, core]));
  const shareCore = (one: string, other: string): boolean =>
    [...(coreOf.get(one) ?? [])].some((concept) => coreOf.get(other)?.has(concept) === true);

  const persons = new Set(knowledge.concepts.persons);
  const knownBy = new Map(index.entries.map(({ procedure, concepts }) => [procedure.code, concepts]));
  /** A disabled person's driving licence is a driving licence: who asks is no reason to answer with ours. */
  const speaksOfMatter = ([first]: readonly Ranked[], { concepts }: TextFeatures): boolean =>
    [...concepts].some(
      (concept) => !persons.has(concept) && knownBy.get(first?.code ?? '')?.has(concept) === true,
    );

  const byRank = (features: TextFeatures, { referral, covered }: FoundReferral): Decision => {
    const ranked = rank(features);
    const event = eventOf(features, ranked);
    if (event !== null && !isExact(ranked)) return event;
    // What speaks of another field must not speak for ours as well.
    const own = referral === null ? ranked : rank(without(features, covered));
    if (
      belongs(own, referral !== null) &&
      (referral === null || speaksOfMatter(own, without(features, covered)))
    )
      return findTwo(features, rank, shareCore) ?? choose(ranked);
    return referral === null ? suggest(ranked) : NOTHING;
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

/** The question is, word for word, what one procedure is called; a province nobody named does not make it one. */
const isExact = ([first]: readonly Ranked[]): boolean =>
  first !== undefined && first.signals.phrase > 0.95 && first.signals.local === 0;

const byCode = (codes: readonly string[]): Decision => ({
  ...NOTHING,
  outcome: codes.length === 1 ? 'answer' : 'choices',
  candidates: codes.slice(0, 5).map((code) => ({ code, score: 1, reasons: [{ what: code, weight: 1 }] })),
});
