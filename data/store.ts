import { z } from 'zod';
import type { Day } from './calendar/day.js';
import { AuditEntry, LoggedActivity, MessageReceipt } from './conversations/records.js';
import { Dossier } from './dossiers/dossier.js';
import { Feedback } from './feedback/feedback.js';
import type { FeedbackState } from './feedback/feedback.js';
import { JsonObject } from './json.js';
import { OfficeAlias } from './procedures/edition/office-alias.js';
import { ProcedureCorrection } from './procedures/edition/procedure-correction.js';
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
]);
export type Change = z.infer<typeof Change>;

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
}

interface ActivityLog {
  /** Activities after the watermark, in order; 0 for all that is kept. */
  since(conversationId: string, watermark: number): Promise<LoggedActivity[]>;
  /** 0 for a conversation without messages. */
  lastSequence(conversationId: string): Promise<number>;
}

interface MessageReceipts {
  find(id: string): Promise<MessageReceipt | null>;
  /** Taken, not done, lease run out at `now`: messages a crash interrupted. */
  abandoned(now: Date): Promise<MessageReceipt[]>;
}

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

export type StoreHealth = { ready: true } | { ready: false; reason: string };

/**
 * What the office keeps. Readers by noun, one way to write.
 * `commit` resolves when the changes are durable. It rejects, having written nothing, with DomainError
 * `store.conflict` (a versioned record does not continue the stored version: 1 for a new key, else stored + 1)
 * or `store.unavailable` (disk full, database gone).
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
  commit(changes: readonly Change[]): Promise<void>;
  health(): Promise<StoreHealth>;
  close(): Promise<void>;
}
