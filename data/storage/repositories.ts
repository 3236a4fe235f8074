import type { z } from 'zod';
import { KeptAnswer } from '../answers/receipt/kept-answer.js';
import { AuditEntry, MessageReceipt } from '../conversations/records.js';
import { Dossier } from '../dossiers/dossier.js';
import { Feedback } from '../feedback/feedback.js';
import type { FeedbackState } from '../feedback/feedback.js';
import { OfficeAlias } from '../procedures/edition/office-alias.js';
import { ProcedureCorrection } from '../procedures/edition/procedure-correction.js';
import { Erasure } from '../retention/erasure.js';
import type { DayRange, Store } from '../store.js';
import { SurveyResponse } from '../surveys/survey-response.js';
import { UnansweredQuestion } from '../understanding/unanswered/unanswered-question.js';
import { tombstoneKey } from './head.js';
import { OpenedAnswer, packedAnswer } from './packed-answer.js';
import type { KeyedKind, OpenKind } from './head.js';

/** The kinds that are kept as records. */
export type RecordKind = Exclude<KeyedKind, 'state'>;

/** How an implementation reads records, parsed with their schema; lists by time, oldest first, times in milliseconds. */
export interface RecordReaders {
  find: <T>(kind: RecordKind, schema: z.ZodType<T>, key: string) => Promise<T | null>;
  between: <T>(kind: RecordKind, schema: z.ZodType<T>, from: number, to: number) => AsyncIterable<T>;
  open: <T>(kind: OpenKind, schema: z.ZodType<T>) => AsyncIterable<T>;
}

type Repositories = Pick<
  Store,
  | 'feedback'
  | 'surveys'
  | 'dossiers'
  | 'receipts'
  | 'audit'
  | 'edition'
  | 'questions'
  | 'answers'
  | 'erasures'
>;

/** The readers of the port that every implementation answers alike. */
export const createRepositories = ({ find, between, open }: RecordReaders): Repositories => {
  const found =
    <T>(kind: RecordKind, schema: z.ZodType<T>) =>
    (key: string): Promise<T | null> =>
      find(kind, schema, key);
  const stream =
    <T>(kind: RecordKind, schema: z.ZodType<T>) =>
    ({ from, to }: DayRange): AsyncIterable<T> =>
      between(kind, schema, startOf(from), endOf(to));
  return {
    feedback: {
      find: found('feedback', Feedback),
      stream: stream('feedback', Feedback),
      open: (states) => inStates(open('feedback', Feedback), states),
    },
    surveys: { find: found('survey', SurveyResponse), stream: stream('survey', SurveyResponse) },
    dossiers: {
      find: found('dossier', Dossier),
      stream: stream('dossier', Dossier),
      open: () => open('dossier', Dossier),
    },
    receipts: {
      find: found('receipt', MessageReceipt),
      abandoned: (now) => abandonedAt(open('receipt', MessageReceipt), now),
      done: (before) => doneOnly(between('receipt', MessageReceipt, 0, before.getTime() - 1)),
    },
    audit: { stream: stream('audit', AuditEntry) },
    edition: {
      corrections: async () => (await listOf(stream('correction', ProcedureCorrection)(EVER))).sort(inOrder),
      aliases: () => listOf(stream('alias', OfficeAlias)(EVER)),
    },
    questions: { stream: stream('question', UnansweredQuestion) },
    answers: {
      find: found('answer', OpenedAnswer),
      stream: stream('answer', KeptAnswer),
      packed: packedAnswer,
    },
    erasures: { find: (of, key) => find('erasure', Erasure, tombstoneKey(of, key)) },
  };
};

async function* inStates(
  records: AsyncIterable<Feedback>,
  states: readonly FeedbackState[] | undefined,
): AsyncGenerator<Feedback> {
  for await (const record of records) if (!states || states.includes(record.state)) yield record;
}

async function* doneOnly(receipts: AsyncIterable<MessageReceipt>): AsyncGenerator<MessageReceipt> {
  for await (const receipt of receipts) if (receipt.status === 'done') yield receipt;
}

const abandonedAt = async (taken: AsyncIterable<MessageReceipt>, now: Date): Promise<MessageReceipt[]> => {
  const abandoned: MessageReceipt[] = [];
  for await (const receipt of taken)
    if (receipt.leaseUntil === null || Date.parse(receipt.leaseUntil) <= now.getTime())
      abandoned.push(receipt);
  return abandoned;
};

const EVER: DayRange = { from: '1970-01-01', to: '9999-12-31' };

const listOf = async <T>(records: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const record of records) list.push(record);
  return list;
};

/** Of one moment, those of a procedure by their number. */
const inOrder = (one: ProcedureCorrection, other: ProcedureCorrection): number =>
  Date.parse(one.recordedAt) - Date.parse(other.recordedAt) || one.number - other.number;

const startOf = (day: string): number => Date.parse(`${day}T00:00:00.000+07:00`);
const endOf = (day: string): number => Date.parse(`${day}T23:59:59.999+07:00`);
