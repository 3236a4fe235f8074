import { z } from 'zod';
import type { GivenAnswer } from './answers/receipt/given-answer.js';
import { KeptAnswer } from './answers/receipt/kept-answer.js';
import type { Day, Instant } from './calendar/day.js';
import { AuditEntry, LoggedActivity, MessageReceipt } from './conversations/records.js';
import { Dossier } from './dossiers/dossier.js';
import { Feedback } from './feedback/feedback.js';
import type { FeedbackState } from './feedback/feedback.js';
import { JsonObject } from './json.js';
import { OfficeAlias } from './procedures/edition/office-alias.js';
import { ProcedureCorrection } from './procedures/edition/procedure-correction.js';
import { Erasure } from './retention/erasure.js';
import type { Tombstoned } from './retention/erasure.js';
import { SurveyResponse } from './surveys/survey-response.js';
import { UnansweredQuestion } from './understanding/unanswered/unanswered-question.js';

/** Everything that can be kept. One commit is a list of these, and the list is written whole or not at all. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('feedback'), record: Feedback }),
  z.strictObject({ kind: z.literal('survey'), record: SurveyResponse }),
  z.strictObject({ kind: z.literal('dossier'), record: Dossier }),
  z.strictObject({ kind: z.literal('state'), key: z.string(), value: JsonObject.nullable() }),
  z.strictObject({ kind: z.literal('activity'), record: LoggedActivity }),
  z.strictObject({ kind: z.literal('receipt'), record: MessageReceipt }),
  z.strictObject({ kind: z.literal('audit'), record: AuditEntry }),
  z.strictObject({ kind: z.literal('correction'), record: ProcedureCorrection }),
  z.strictObject({ kind: z.literal('alias'), record: OfficeAlias }),
  z.strictObject({ kind: z.literal('question'), record: UnansweredQuestion }),
  z.strictObject({ kind: z.literal('answer'), record: KeptAnswer }),
  z.strictObject({ kind: z.literal('erasure'), record: Erasure }),
]);
export type Change = z.infer<typeof Change>;

/** The order of a snapshot: what was erased comes first, because an erased conversation may have gone on since. */
export const CHANGE_KINDS: readonly Change['kind'][] = [
  'erasure',
  ...Change.options.map(({ shape }) => shape.kind.value).filter((kind) => kind !== 'erasure'),
];

/** First and last day of reception, both included, on the office's calendar. */
export interface DayRange {
  from: Day;
  to: Day;
}

interface FeedbackRepository {
  find(code: string): Promise<Feedback | null>;
  /** By time of reception, oldest first; never all in memory. */
  stream(range: DayRange): AsyncIterable<Feedback>;
  /** From the kept index of open work (states other than closed), oldest first. */
  open(states?: readonly FeedbackState[]): AsyncIterable<Feedback>;
}

interface SurveyRepository {
  find(id: string): Promise<SurveyResponse | null>;
  stream(range: DayRange): AsyncIterable<SurveyResponse>;
}

export interface DossierRepository {
  find(code: string): Promise<Dossier | null>;
  /** By time of reception. */
  stream(range: DayRange): AsyncIterable<Dossier>;
  /** From the kept index: not returned, refused, stopped. */
  open(): AsyncIterable<Dossier>;
}

/** The SDK's notion of state: JSON by key. */
export interface StateStore {
  read(keys: readonly string[]): Promise<Record<string, JsonObject>>;
  /** Under keys that begin so, in no order, as it is when the first is asked for. Reads all state: for sweeps. */
  under(prefix: string): AsyncIterable<{ key: string; value: JsonObject }>;
}

/** A conversation nobody has written in for a while, as it stood when it was read. */
export interface QuietConversation {
  conversationId: string;
  lastSequence: number;
  lastAt: Instant;
}

interface ActivityLog {
  /** Activities after the watermark, in order; 0 for all that is kept. */
  since(conversationId: string, watermark: number): Promise<LoggedActivity[]>;
  /** 0 for a conversation without messages. An erased one goes on from its last sequence. */
  lastSequence(conversationId: string): Promise<number>;
  /** Conversations whose last message is before the moment, in no order; reads no conversation begun after it. */
  quiet(before: Date): AsyncIterable<QuietConversation>;
}

interface MessageReceipts {
  find(id: string): Promise<MessageReceipt | null>;
  /** Taken or answered, not done, lease run out at `now`: what a crash interrupted. */
  abandoned(now: Date): Promise<MessageReceipt[]>;
  /** Done before the moment, oldest first. */
  done(before: Date): AsyncIterable<MessageReceipt>;
}

/** Entries are kept once: a second one with the same id is a conflict. */
interface AuditLog {
  stream(range: DayRange): AsyncIterable<AuditEntry>;
}

/** What the office has laid over the shipped dataset; some hundred records, all wanted at once. */
export interface EditionRepository {
  /** Every version ever recorded, oldest first. A second one of the same code and number is a conflict. */
  corrections(): Promise<ProcedureCorrection[]>;
  /** Of each alias its latest version. */
  aliases(): Promise<OfficeAlias[]>;
}

/** Questions that were not answered, to learn from; kept once and never changed. */
interface QuestionRepository {
  stream(range: DayRange): AsyncIterable<UnansweredQuestion>;
}

/** Answers as they were given. The code follows from the words: writing the same one again changes nothing. */
export interface AnswerRepository {
  find(code: string): Promise<GivenAnswer | null>;
  /** By the time they were first given, as they are kept. */
  stream(range: DayRange): AsyncIterable<KeptAnswer>;
  /** As a change carries it. */
  packed(answer: GivenAnswer): KeptAnswer;
}

interface ErasureLog {
  /** What stays of something that was erased; null when it was not. */
  find(of: Tombstoned, key: string): Promise<Erasure | null>;
}

export type StoreHealth = { ready: true } | { ready: false; reason: string };

/**
 * What the office keeps. Readers by noun, one way to write.
 * `commit` resolves when the changes are durable. It rejects, having written nothing, with DomainError
 * `store.conflict` (a versioned record, or a conversation's sequence, does not continue what is stored: 1 for a new key,
 * else stored + 1; or a receipt that was answered would be taken again)
 * or `store.unavailable` (disk full, database gone).
 *
 * An erasure takes content away for good: readers, lists and exports no longer have it. It is refused with
 * `store.conflict` when the record, or the conversation, has moved on from the version that was judged. The key of an
 * erased record is never accepted again (`store.conflict`); an erased conversation may go on, from its last sequence.
 * A conversation's state has keys of its own, which the same commit sets to null.
 */
export interface Store {
  readonly feedback: FeedbackRepository;
  readonly surveys: SurveyRepository;
  readonly dossiers: DossierRepository;
  readonly state: StateStore;
  readonly activities: ActivityLog;
  readonly receipts: MessageReceipts;
  readonly audit: AuditLog;
  readonly edition: EditionRepository;
  readonly questions: QuestionRepository;
  readonly answers: AnswerRepository;
  readonly erasures: ErasureLog;
  commit(changes: readonly Change[]): Promise<void>;
  /**
   * Everything as it is kept when the first change is asked for, whatever is committed meanwhile; never all in memory.
   * Each record once, in its latest version; every correction and every activity; of what was erased its tombstone; no
   * state that was deleted. By kind in the order of `CHANGE_KINDS`; within a kind oldest first, a conversation's
   * activities by sequence, state and receipts in any order.
   */
  snapshot(): AsyncIterable<Change>;
  /**
   * Takes what a `snapshot` gave, in its order and in any number of lists, versions as they are. What is kept already in
   * this or a later version stays: the same list again changes nothing. Durable, whole or not at all; rejects as
   * `commit` does. For a store that nobody else writes to.
   */
  load(changes: readonly Change[]): Promise<void>;
  /** Resolves when what was erased has left the storage as well, not only the readers' sight. */
  purge(): Promise<void>;
  health(): Promise<StoreHealth>;
  close(): Promise<void>;
}
