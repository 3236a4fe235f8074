import { phrasesAsRead } from './as-read.js';
import { createPhraseTable } from '../language/reading/phrase-table.js';
import type { Reader } from '../language/reading/reader.js';
import type { Cues } from './cues.js';
import type { PhraseMatch } from '../language/reading/phrase-table.js';
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
export const createIntentRecogniser = ({ intents }: Cues, read: Reader) => {
  const table = createPhraseTable(phrasesAsRead(intents, read), true);

  return ({ tokens, named }: TextFeatures, signals: IntentSignals): Intent => {
    const found = new Set<string>();
    const covered = new Set<number>();
    for (const { value, start, end, keys } of telling(table.all(tokens))) {
      const words = keys.length;
      if (named.some((ours) => isCutFrom({ start, end, words }, ours, 1))) continue;
      found.add(value);
      if (TALK.some(([cue]) => cue === value)) for (let at = start; at < end; at += 1) covered.add(at);
    }
    return serious(found, signals) ?? talk(found, signals, covered) ?? remaining(found, signals);
  };
};

/** A cue inside a longer one is not what was said: "hài lòng" in "không hài lòng". */
const telling = (found: readonly PhraseMatch<string>[]): PhraseMatch<string>[] =>
  found.filter(
    ({ start, end, keys }) =>
      !found.some(
        (other) =>
          other.keys.length > keys.length &&
          other.start <= start &&
          end <= other.end &&
          other.end - other.start === other.keys.length,
      ),
  );

const serious = (found: ReadonlySet<string>, signals: IntentSignals): Intent | null => {
  if (signals.dossierCode !== null) return 'dossier';
  if (signals.trackingCode !== null) return 'feedback';
  if (accuses(found, signals)) return 'legal_complaint';
  if (found.has('survey')) return 'survey';
  if (complains(found)) return 'feedback';
  if (found.has('human')) return 'human';
  return asksAboutDossier(found) ? 'dossier' : null;
};

/** Somebody also goes to court against an employer: that is a matter for a procedure. */
const accuses = (found: ReadonlySet<string>, { asksProcedure }: IntentSignals): boolean =>
  found.has('legal_complaint') || (found.has('legal weak') && (found.has('officials') || !asksProcedure));

const complains = (found: ReadonlySet<string>): boolean =>
  found.has('feedback strong') ||
  (found.has('feedback weak') && (found.has('officials') || found.has('facility'))) ||
  (found.has('wish') && found.has('facility'));

const asksAboutDossier = (found: ReadonlySet<string>): boolean =>
  found.has('dossier strong') ||
  (found.has('dossier weak') && (found.has('dossier asks') || found.has('status'))) ||
  (found.has('papers') && found.has('mine') && found.has('status'));

/** Cues that only speak when there is hardly anything else; first come, first served. */
const TALK: readonly (readonly [cue: string, intent: Intent])[] = [
  ['language', 'language'],
  ['cancel', 'cancel'],
  ['survey talk', 'survey'],
  ['human talk', 'human'],
  ['help', 'help'],
  ['thanks', 'thanks'],
  ['greeting', 'greeting'],
];

const talk = (
  found: ReadonlySet<string>,
  signals: IntentSignals,
  covered: ReadonlySet<number>,
): Intent | null => {
  const aboutSomething = signals.asksProcedure || signals.asksElsewhere;
  if (signals.substance(covered) > (aboutSomething ? MERE_TALK_BESIDE_PROCEDURE : MERE_TALK)) return null;
  return TALK.find(([cue]) => found.has(cue))?.[1] ?? null;
};

/** Official words ask for some authority's procedure even if nobody here knows which. */
const remaining = (found: ReadonlySet<string>, { asksProcedure, asksElsewhere }: IntentSignals): Intent => {
  if (asksProcedure || found.has('asks official')) return 'procedure';
  return asksElsewhere && !found.has('chat') ? 'procedure' : 'unknown';
};
