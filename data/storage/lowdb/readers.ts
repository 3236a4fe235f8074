import type { z } from 'zod';
import { GivenAnswer } from '../../answers/receipt/given-answer.js';
import type { Day } from '../../calendar/day.js';
import { AuditEntry, LoggedActivity, MessageReceipt } from '../../conversations/records.js';
import { DomainError } from '../../domain-error.js';
import { Dossier } from '../../dossiers/dossier.js';
import { Feedback } from '../../feedback/feedback.js';
import type { FeedbackState } from '../../feedback/feedback.js';
import { JsonObject } from '../../json.js';
import { Erasure } from '../../retention/erasure.js';
import { OfficeAlias } from '../../procedures/edition/office-alias.js';
import { ProcedureCorrection } from '../../procedures/edition/procedure-correction.js';
import { Change } from '../../store.js';
import type { DayRange, Store } from '../../store.js';
import { SurveyResponse } from '../../surveys/survey-response.js';
import { UnansweredQuestion } from '../../understanding/unanswered/unanswered-question.js';
import { changeFrom } from './archive/table.js';
import { tombstoneKey } from './head.js';
import type { KeyedKind, OpenKind } from './head.js';
import { quietConversations } from './quiet-conversations.js';
import { streamAll, streamOpen, streamRange } from './streams.js';
import { activitiesAfter, lastSequence, readLatest } from './view.js';
import type { View } from './view.js';

type Readers = Pick<
  Store,
  | 'feedback'
  | 'surveys'
  | 'dossiers'
  | 'state'
  | 'activities'
  | 'receipts'
  | 'audit'
  | 'edition'
  | 'questions'
  | 'answers'
  | 'erasures'
  | 'snapshot'
>;

/** What the readers see when they are asked. */
export interface Source {
  readonly view: () => View;
  /** Keeps the view's files until the function it returns is called. */
  readonly hold: () => () => void;
}

/** The readers of the port. */
export const createReaders = (source: Source): Readers => {
  const { view } = source;
  const { find, stream, open, until } = createRecordReaders(source);
  const findErasure = find('erasure', Erasure);
  return {
    feedback: {
      find: find('feedback', Feedback),
      stream: stream('feedback', Feedback),
      open: (states) => inStates(open('feedback', Feedback), states),
    },
    surveys: { find: find('survey', SurveyResponse), stream: stream('survey', SurveyResponse) },
    dossiers: {
      find: find('dossier', Dossier),
      stream: stream('dossier', Dossier),
      open: () => open('dossier', Dossier),
    },
    state: { read: (keys) => attempt(() => readStates(view(), keys)) },
    activities: {
      since: (conversationId, watermark) =>
        attempt(() =>
          activitiesAfter(view(), conversationId, watermark).map((json) =>
            recordOf(LoggedActivity, changeFrom(json)),
          ),
        ),
      lastSequence: (conversationId) => attempt(() => lastSequence(view(), conversationId)),
      quiet: (before) => held(source, (now) => quietConversations(now, before.getTime())),
    },
    receipts: {
      find: find('receipt', MessageReceipt),
      abandoned: (now) => abandonedAt(open('receipt', MessageReceipt), now),
      done: (before) => doneOnly(until('receipt', MessageReceipt, before)),
    },
    audit: { stream: stream('audit', AuditEntry) },
    edition: {
      corrections: () => listOf(stream('correction', ProcedureCorrection)(EVER)),
      aliases: () => listOf(stream('alias', OfficeAlias)(EVER)),
    },
    questions: { stream: stream('question', UnansweredQuestion) },
    answers: { find: find('answer', GivenAnswer) },
    erasures: { find: (of, key) => findErasure(tombstoneKey(of, key)) },
    snapshot: () => wholeChanges(source),
  };
};

async function* wholeChanges(source: Source): AsyncGenerator<Change> {
  for await (const change of held(source, streamAll)) yield parsed(Change, change, change.kind);
}

/** What the view holds when the first is asked for; its files are kept until the last was taken. */
async function* held<T>({ view, hold }: Source, from: (view: View) => AsyncIterable<T[]>): AsyncGenerator<T> {
  const release = hold();
  try {
    for await (const batch of from(view())) for (const one of batch) yield one;
  } finally {
    release();
  }
}

const createRecordReaders = (source: Source) => {
  const { view } = source;
  const find = <T>(kind: KeyedKind, schema: z.ZodType<T>) => {
    return (key: string): Promise<T | null> =>
      attempt(() => {
        const change = readLatest(view(), kind, key);
        return change && recordOf(schema, changeFrom(change));
      });
  };
  async function* records<T>(
    schema: z.ZodType<T>,
    from: (view: View) => AsyncIterable<Change[]>,
  ): AsyncGenerator<T> {
    for await (const change of held(source, from)) yield recordOf(schema, change);
  }
  const stream = <T>(kind: KeyedKind, schema: z.ZodType<T>) => {
    return ({ from, to }: DayRange) =>
      records(schema, (now) => streamRange(now, kind, startOf(from), endOf(to)));
  };
  const open = <T>(kind: OpenKind, schema: z.ZodType<T>) => records(schema, (now) => streamOpen(now, kind));
  const until = <T>(kind: KeyedKind, schema: z.ZodType<T>, before: Date) =>
    records(schema, (now) => streamRange(now, kind, 0, before.getTime() - 1));
  return { find, stream, open, until };
};

const attempt = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });

const recordOf = <T>(schema: z.ZodType<T>, change: Change): T =>
  parsed(schema, change.kind === 'state' ? change.value : change.record, change.kind);

/** A record from before an update that the new version cannot read must be noticed, not passed on. */
const parsed = <T>(schema: z.ZodType<T>, value: unknown, kind: string): T => {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const fields = error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new DomainError('store.damaged', `A stored ${kind} cannot be read: ${fields}.`);
};

const readStates = (view: View, keys: readonly string[]): Record<string, JsonObject> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const change = readLatest(view, 'state', key);
      return change ? [[key, recordOf(JsonObject, changeFrom(change))]] : [];
    }),
  );

async function* inStates(
  records: AsyncIterable<Feedback>,
  states: readonly FeedbackState[] | undefined,
): AsyncGenerator<Feedback> {
  for await (const record of records) if (!states || states.includes(record.state)) yield record;
}

const EVER: DayRange = { from: '1970-01-01', to: '9999-12-31' };

const listOf = async <T>(records: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const record of records) list.push(record);
  return list;
};

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

const startOf = (day: Day): number => Date.parse(`${day}T00:00:00.000+07:00`);
const endOf = (day: Day): number => Date.parse(`${day}T23:59:59.999+07:00`);
