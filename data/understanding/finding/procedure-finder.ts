import type { Reader } from '../../language/reading/reader.js';
import type { Catalogue } from '../../procedures/catalogue.js';
import type { Knowledge } from '../knowledge.js';
import { belongs, choose, NOTHING, suggest } from './outcome.js';
import type { Belonging, Decision } from './outcome.js';
import { createFollowUp } from './follow-up.js';
import { createLifeEvents } from './life-events.js';
import { namedCodes } from './named-codes.js';
import type { FeatureReader, TextFeatures } from '../ranking/features.js';
import { createAskedBefore } from '../ranking/asked-before.js';
import { createProcedureIndex } from '../ranking/procedure-index.js';
import { createRanking } from '../ranking/rank.js';
import type { Ranked } from '../ranking/rank.js';
import { findTwo } from './two-questions.js';
import type { Aspect, QuestionContext } from '../understanding.js';

export interface Circumstances {
  aspect: Aspect | null;
  belonging: Belonging;
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
  const askedBefore = createAskedBefore(
    knowledge.learned.procedures,
    catalogue.all.map(({ code }) => code),
  );
  const index = createProcedureIndex(catalogue.all, knowledge.everydayNames, readOnce, featuresOf, (name) =>
    askedBefore(featuresOf(readPlainly(name))),
  );
  const rank = createRanking(index, new Set(knowledge.concepts.modifiers), askedBefore);
  const followUp = createFollowUp(index, rank, (text) => featuresOf(readPlainly(text)));

  const eventOf = createLifeEvents(catalogue.lifeEvents);
  const coreOf = new Map(index.entries.map(({ procedure, core }) => [procedure.code, core]));
  const shareCore = (one: string, other: string): boolean =>
    [...(coreOf.get(one) ?? [])].some((concept) => coreOf.get(other)?.has(concept) === true);

  const byRank = (features: TextFeatures, belonging: Belonging): Decision => {
    const ranked = rank(features);
    const ours = belongs(ranked, belonging);
    if (belonging.referred && !ours) return NOTHING;
    const event = eventOf(features, ranked);
    if (event !== null && !isExact(ranked)) return event;
    return ours ? (findTwo(features, rank, shareCore) ?? choose(ranked)) : suggest(ranked, belonging);
  };

  return (
    question: string,
    features: TextFeatures,
    { aspect, belonging, context }: Circumstances,
  ): Decision => {
    const named = namedCodes(question).filter((code) => catalogue.find(code) !== null);
    if (named.length > 0) return byCode(named);
    const decision = byRank(features, belonging);
    if (context.procedureCode === null || belonging.referred) return decision;
    const continued = followUp(context.procedureCode, features, { aspect, decision });
    return continued === null ? decision : byCode([continued]);
  };
};

/** The question is hardly more than what one procedure is called; a province nobody named does not make it one. */
const isExact = ([first]: readonly Ranked[]): boolean =>
  first !== undefined && first.signals.phrase > NEARLY_ALL && first.signals.local === 0;

const NEARLY_ALL = 0.95;

const byCode = (codes: readonly string[]): Decision => ({
  ...NOTHING,
  outcome: codes.length === 1 ? 'answer' : 'choices',
  candidates: codes.slice(0, 5).map((code) => ({ code, score: 1, reasons: [{ what: code, weight: 1 }] })),
});
