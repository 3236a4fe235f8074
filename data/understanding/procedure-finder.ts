import type { Reader } from '../language/reading/reader.js';
import type { Catalogue } from '../procedures/catalogue.js';
import type { FoundReferral } from './find-referral.js';
import type { Knowledge } from './knowledge.js';
import { decide, NOTHING } from './outcome.js';
import type { Decision } from './outcome.js';
import type { FeatureReader, TextFeatures } from './ranking/features.js';
import { createProcedureIndex } from './ranking/procedure-index.js';
import { createRanking } from './ranking/rank.js';
import type { Ranked } from './ranking/rank.js';
import type { Aspect, QuestionContext } from './understanding.js';

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

  const byRank = (features: TextFeatures, { referral, covered }: FoundReferral): Decision => {
    if (referral === null) return decide(rank(features), false);
    const rest = decide(rank(without(features, covered)), true);
    return rest.outcome === 'none' ? rest : decide(rank(features), false);
  };

  return (
    question: string,
    features: TextFeatures,
    { aspect, elsewhere, context }: Circumstances,
  ): Decision => {
    const named = namedCodes(question).filter((code) => catalogue.find(code) !== null);
    if (named.length > 0) return byCode(named);
    const decision = byRank(features, elsewhere);
    const { procedureCode } = context;
    if (procedureCode === null || catalogue.find(procedureCode) === null) return decision;
    if (decision.outcome === 'answer') return decision;
    return aspect === null ? decision : byCode([procedureCode]);
  };
};

const CODE = /(?<![\d.,])(\d)\s?[.,]\s?(\d{6})(?!\d)/g;

const namedCodes = (question: string): string[] => [
  ...new Set(Array.from(question.matchAll(CODE), ([, level = '', serial = '']) => `${level}.${serial}`)),
];

const byCode = (codes: readonly string[]): Decision => ({
  ...NOTHING,
  outcome: codes.length === 1 ? 'answer' : 'choices',
  candidates: codes.slice(0, 5).map(certain),
});

const certain = (code: string): Ranked => ({
  code,
  score: 1,
  reasons: [{ what: code, weight: 1 }],
  explained: 1,
  phrase: 1,
  action: 0,
  evidence: 0,
  hints: 0,
  foreign: 0,
});

/** What is left of a question when the words of another field are taken out. */
const without = (features: TextFeatures, covered: ReadonlySet<number>): TextFeatures => {
  const clear = features.features.filter(({ start, end }) => {
    for (let at = start; at < end; at += 1) if (covered.has(at)) return false;
    return true;
  });
  const concepts = new Set(clear.filter(({ kind }) => kind === 'concept').map(({ id }) => id.slice(1)));
  return { ...features, features: clear, concepts };
};
