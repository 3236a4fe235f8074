import { createPhraseTable } from '../language/reading/phrase-table.js';
import type { Cues } from './cues.js';
import { isCutFrom } from './ranking/features.js';
import type { TextFeatures } from './ranking/features.js';
import type { Intent } from './understanding.js';

export interface IntentSignals {
  dossierCode: string | null;
  trackingCode: string | null;
  /** The text holds a procedure, and says so clearly. */
  asksProcedure: boolean;
  /** Another authority's procedure. */
  asksElsewhere: boolean;
  /** Words with a meaning of their own beside the cues: small talk has hardly any. */
  substance: (covered: ReadonlySet<number>) => number;
}

/** Small talk with this much substance left over is about something else; less is enough when that is a procedure. */
const MERE_TALK = 2;
const MERE_TALK_BESIDE_PROCEDURE = 0.8;

/** What a message is for. Order matters: a complaint that names a procedure is a complaint. */
export const createIntentRecogniser = ({ intents }: Cues) => {
  const table = createPhraseTable(
    Object.entries(intents).flatMap(([cue, phrases]) =>
      phrases.map((phrase): [string, string] => [phrase, cue]),
    ),
    true,
  );

  return ({ tokens, features }: TextFeatures, signals: IntentSignals): Intent => {
    const found = new Set<string>();
    const covered = new Set<number>();
    for (const { value, start, end } of table.longest(tokens)) {
      if (features.some((feature) => isCutFrom({ start, end }, feature, 1))) continue;
      found.add(value);
      for (let at = start; at < end; at += 1) covered.add(at);
    }
    return serious(found, signals) ?? talk(found, signals, covered) ?? remaining(signals);
  };
};

const serious = (found: ReadonlySet<string>, signals: IntentSignals): Intent | null => {
  if (signals.dossierCode !== null) return 'dossier';
  if (signals.trackingCode !== null) return 'feedback';
  if (found.has('legal_complaint')) return 'legal_complaint';
  if (found.has('survey')) return 'survey';
  if (complains(found)) return 'feedback';
  if (found.has('human')) return 'human';
  return asksAboutDossier(found) ? 'dossier' : null;
};

const complains = (found: ReadonlySet<string>): boolean =>
  found.has('feedback strong') || (found.has('feedback weak') && found.has('officials'));

const asksAboutDossier = (found: ReadonlySet<string>): boolean =>
  found.has('dossier strong') ||
  (found.has('dossier weak') && (found.has('dossier asks') || found.has('status'))) ||
  (found.has('papers') && found.has('mine') && found.has('status'));

const TALK = ['language', 'cancel', 'help', 'thanks', 'greeting'] as const;

const talk = (
  found: ReadonlySet<string>,
  signals: IntentSignals,
  covered: ReadonlySet<number>,
): Intent | null => {
  const most = signals.asksProcedure ? MERE_TALK_BESIDE_PROCEDURE : MERE_TALK;
  if (signals.substance(covered) > most) return null;
  return TALK.find((intent) => found.has(intent)) ?? null;
};

const remaining = ({ asksProcedure, asksElsewhere }: IntentSignals): Intent =>
  asksProcedure || asksElsewhere ? 'procedure' : 'unknown';
