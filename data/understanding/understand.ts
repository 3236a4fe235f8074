import { readDossierCode } from '../dossiers/dossier-code.js';
import { readTrackingCode } from '../feedback/tracking-code.js';
import type { Catalogue } from '../procedures/catalogue.js';
import { likeliestIntent } from './classifying/likeliest-intent.js';
import { createKinds, oddsOfOurs } from './classifying/kinds.js';
import { createAspectReader } from './aspects.js';
import { createReferrals } from './referring/find-referral.js';
import { createIntentRecogniser } from './intents.js';
import type { Knowledge } from './knowledge.js';
import { namedCodes } from './finding/named-codes.js';
import { NOTHING } from './finding/outcome.js';
import { createProcedureFinder } from './finding/procedure-finder.js';
import { createQuestionReader } from './question-reader.js';
import type { TextFeatures } from './ranking/features.js';
import type { QuestionContext, Understand, Understanding } from './understanding.js';

/** Reads the catalogue and the curated knowledge once; each question then is a walk through arrays. */
export const createUnderstand = (catalogue: Catalogue, knowledge: Knowledge): Understand => {
  const { cues, learned } = knowledge;
  const { read, readOnce, readPlainly, featuresOf } = createQuestionReader(catalogue, knowledge);
  const kindsOf = createKinds(learned.kinds);
  const intentOf = createIntentRecogniser(cues, readOnce);
  const aspectOf = createAspectReader(cues, readOnce);
  const referralFor = createReferrals(knowledge.referrals, readOnce);
  const findProcedure = createProcedureFinder(catalogue, knowledge, { readOnce, readPlainly }, featuresOf);

  return (question, context) => {
    const codes = { dossierCode: readDossierCode(question), trackingCode: findTrackingCode(question) };
    const { text, features } = read(question);
    const aspect = aspectOf(text);
    const elsewhere = referralFor(features);
    const kinds = kindsOf(features);
    const belonging = { odds: oddsOfOurs(kinds), referred: elsewhere !== null };
    const decision = findProcedure(question, features, { aspect, belonging, context });
    const found = decision.outcome !== 'none';
    const cued = intentOf(features, {
      ...codes,
      asksProcedure: found,
      asksElsewhere: elsewhere !== null && elsewhere.id !== NO_AUTHORITY,
      substance: (covered) => substance(features, covered),
    });
    const likeliest = isCoded(codes)
      ? cued
      : likeliestIntent(kinds, cued, found && isGiven(question, context));
    const intent = found && likeliest === 'unknown' ? 'procedure' : likeliest;
    const asks = intent === 'procedure' || intent === 'unknown';
    const { outcome, candidates, near } = asks ? decision : NOTHING;
    const referral = asks && outcome === 'none' ? elsewhere : null;
    return { intent, outcome, candidates, near, aspect, referral, ...codes, language: text.language };
  };
};

/** A code leaves no doubt what is meant. */
const isCoded = ({
  dossierCode,
  trackingCode,
}: Pick<Understanding, 'dossierCode' | 'trackingCode'>): boolean =>
  dossierCode !== null || trackingCode !== null;

/** The talk or a code says which procedure is meant. */
const isGiven = (question: string, { procedureCode }: QuestionContext): boolean =>
  procedureCode !== null || namedCodes(question).length > 0;

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
