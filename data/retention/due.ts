import { addDays, dayOf, momentAt } from '../calendar/day.js';
import type { Day, Instant } from '../calendar/day.js';
import { stateKeysOf } from '../conversations/state-keys.js';
import type { Dossier } from '../dossiers/dossier.js';
import { lateNoticeKey } from '../dossiers/lateness/late-notice.js';
import { wrongChecksKey } from '../dossiers/wrong-checks.js';
import type { Feedback } from '../feedback/feedback.js';
import type { DayRange, Store } from '../store.js';
import type { Erasable } from './erasure.js';

/** Something whose time is over, as it stood when it was read. */
export interface Due {
  key: string;
  version: number;
  /** Its last change. */
  last: Instant;
  /** State that goes with it. */
  stateKeys: string[];
}

/**
 * What was last changed before the day `kept`, the first that stays. Open work is never among it. Lists are in the
 * order of reception and nothing changes before it was received, so they are read up to that day only, and hold no more
 * than what earlier sweeps have left: open work.
 */
export const dueOf = (store: Store, of: Erasable, kept: Day): AsyncIterable<Due> => READERS[of](store, kept);

const isFinishedFeedback = ({ state }: Feedback): boolean => state === 'closed';

const isFinishedDossier = ({ status }: Dossier): boolean =>
  ['returned', 'refused', 'stopped'].includes(status);

const READERS: Record<Erasable, (store: Store, kept: Day) => AsyncIterable<Due>> = {
  conversation: async function* ({ activities }, kept) {
    for await (const { conversationId, lastSequence, lastAt } of activities.quiet(beginning(kept)))
      yield {
        key: conversationId,
        version: lastSequence,
        last: lastAt,
        stateKeys: stateKeysOf(conversationId),
      };
  },
  receipt: async function* ({ receipts }, kept) {
    for await (const { id, at } of receipts.done(beginning(kept)))
      yield { key: id, version: 0, last: at, stateKeys: [] };
  },
  question: ({ questions }, kept) => entries(questions.stream(until(kept))),
  answer: async function* ({ answers }, kept) {
    for await (const { code, at } of answers.stream(until(kept)))
      yield { key: code, version: 0, last: at, stateKeys: [] };
  },
  audit: ({ audit }, kept) => entries(audit.stream(until(kept))),
  survey: async function* ({ surveys }, kept) {
    for await (const { id, version, receivedAt } of surveys.stream(until(kept)))
      yield { key: id, version, last: receivedAt, stateKeys: [] };
  },
  feedback: async function* ({ feedback }, kept) {
    for await (const record of feedback.stream(until(kept))) {
      const last = record.history.at(-1)?.at ?? record.receivedAt;
      if (!isFinishedFeedback(record) || !isBefore(last, kept)) continue;
      const { code: key, version } = record;
      yield { key, version, last, stateKeys: [wrongChecksKey('feedback', key)] };
    }
  },
  dossier: async function* ({ dossiers }, kept) {
    for await (const record of dossiers.stream(until(kept))) {
      const { code: key, version, asOf: last } = record;
      if (!isFinishedDossier(record) || !isBefore(last, kept)) continue;
      yield { key, version, last, stateKeys: [wrongChecksKey('dossier', key), lateNoticeKey(key)] };
    }
  },
};

async function* entries(kept: AsyncIterable<{ id: string; at: Instant }>): AsyncGenerator<Due> {
  for await (const { id, at } of kept) yield { key: id, version: 1, last: at, stateKeys: [] };
}

const until = (kept: Day): DayRange => ({ from: '1970-01-01', to: addDays(kept, -1) });

const beginning = (day: Day): Date => momentAt(day, '00:00');

const isBefore = (at: Instant, kept: Day): boolean => dayOf(new Date(at)) < kept;
