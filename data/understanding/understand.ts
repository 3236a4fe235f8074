import { readDossierCode } from '../dossiers/dossier-code.js';
import { readTrackingCode } from '../feedback/tracking-code.js';
import { createReader } from '../language/reading/reader.js';
import { remembered } from '../language/reading/remembered.js';
import { createSpelling } from '../language/spelling/spelling.js';
import { createVocabulary } from '../language/spelling/vocabulary.js';
import { tellingPart } from '../language/telling-part.js';
import type { Catalogue } from '../procedures/catalogue.js';
import { createAspectReader } from './aspects.js';
import { createReferrals } from './find-referral.js';
import { createIntentRecogniser } from './intents.js';
import type { Knowledge } from './knowledge.js';
import { knownPhrases } from './known-phrases.js';
import { NOTHING } from './finding/outcome.js';
import { createProcedureFinder } from './finding/procedure-finder.js';
import { createFeatureReader } from './ranking/features.js';
import type { TextFeatures } from './ranking/features.js';
import type { Understand } from './understanding.js';

/** Reads the catalogue and the curated knowledge once; each question then is a walk through arrays. */
export const createUnderstand = (catalogue: Catalogue, knowledge: Knowledge): Understand => {
  const { lexicon, cues } = knowledge;
  const readPlainly = createReader(lexicon, null);
  // The same phrases are wanted by several tables; what they keep is theirs.
  const readOnce = remembered(readPlainly, Infinity);
  const vocabulary = createVocabulary(
    Array.from(knownPhrases(catalogue, knowledge), (phrase) => readOnce(phrase).tokens),
  );
  const spelling = createSpelling(vocabulary, [...lexicon.fillers, ...lexicon.common]);
  const read = createReader(lexicon, spelling);
  const featuresOf = createFeatureReader(lexicon, knowledge.concepts, readOnce);
  const intentOf = createIntentRecogniser(cues, readOnce);
  const aspectOf = createAspectReader(cues, readOnce);
  const referralFor = createReferrals(knowledge.referrals, readOnce);
  const findProcedure = createProcedureFinder(catalogue, knowledge, { readOnce, readPlainly }, featuresOf);

  return (question, context) => {
    const codes = { dossierCode: readDossierCode(question), trackingCode: findTrackingCode(question) };
    const text = read(tellingPart(question));
    const features = featuresOf(text);
    const { aspect } = aspectOf(text);
    const elsewhere = referralFor(features);
    const decision = findProcedure(question, features, { aspect, elsewhere, context });
    const intent = intentOf(features, {
      ...codes,
      asksProcedure: decision.outcome !== 'none',
      asksElsewhere: elsewhere.referral !== null && elsewhere.referral.id !== NO_AUTHORITY,
      substance: (covered) => substance(features, covered),
    });
    const { outcome, candidates, near } = intent === 'procedure' || intent === 'unknown' ? decision : NOTHING;
    const referral =
      outcome === 'none' && (intent === 'procedure' || intent === 'unknown') ? elsewhere.referral : null;
    return { intent, outcome, candidates, near, aspect, referral, ...codes, language: text.language };
  };
};

/** Weather, football, tickets: nobody's procedure. */
const NO_AUTHORITY = 'utilities';

const substance = ({ features }: TextFeatures, covered: ReadonlySet<number>): number =>
  features.reduce(
    (sum, { kind, worth, start }) => (kind === 'word' && !covered.has(start) ? sum + worth : sum),
    0,
  );

const findTrackingCode = (text: string): string | null => {
  const found = /(?<![0-9A-Z])PA[ -]?[0-9A-Z]{4}[ -]?[0-9A-Z]{4}(?![0-9A-Z])/i.exec(text);
  return found === null ? null : readTrackingCode(found[0]);
};
