import type { z } from 'zod';
import type { Day } from '../../calendar/day.js';
import { AuditEntry, LoggedActivity, MessageReceipt } from '../../conversations/records.js';
import { DomainError } from '../../domain-error.js';
import { Dossier } from '../../dossiers/dossier.js';
import { Feedback } from '../../feedback/feedback.js';
import type { FeedbackState } from '../../feedback/feedback.js';
import { JsonObject } from '../../json.js';
import { OfficeAlias } from '../../procedures/edition/office-alias.js';
import { ProcedureCorrection } from '../../procedures/edition/procedure-correction.js';
import type { Change, DayRange, Store } from '../../store.js';
import { SurveyResponse } from '../../surveys/survey-response.js';
import { UnansweredQuestion } from '../../understanding/unanswered/unanswered-question.js';
import { changeFrom } from './archive/table.js';
import type { KeyedKind, OpenKind } from './head.js';
import { streamOpen, streamRange } from './streams.js';
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
  const { find, stream, open } = createRecordReaders(source);
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
    },
    receipts: {
      find: find('receipt', MessageReceipt),
      abandoned: (now) => abandonedAt(open('receipt', MessageReceipt), now),
    },
    audit: { stream: stream('audit', AuditEntry) },
    edition: {
      corrections: () => listOf(stream('correction', ProcedureCorrection)(EVER)),
      aliases: () => listOf(stream('alias', OfficeAlias)(EVER)),
    },
    questions: { stream: stream('question', UnansweredQuestion) },
  };
};

const createRecordReaders = ({ view, hold }: Source) => {
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
    const release = hold();
    try {
      for await (const changes of from(view())) for (const change of changes) yield recordOf(schema, change);
    } finally {
      release();
    }
  }
  const stream = <T>(kind: Change['kind'], schema: z.ZodType<T>) => {
    return ({ from, to }: DayRange) =>
      records(schema, (now) => streamRange(now, kind, startOf(from), endOf(to)));
  };
  const open = <T>(kind: OpenKind, schema: z.ZodType<T>) => records(schema, (now) => streamOpen(now, kind));
  return { find, stream, open };
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

const abandonedAt = async (taken: AsyncIterable<MessageReceipt>, now: Date): Promise<MessageReceipt[]> => {
  const abandoned: MessageReceipt[] = [];
  for await (const receipt of taken)
    if (receipt.leaseUntil === null || Date.parse(receipt.leaseUntil) <= now.getTime())
      abandoned.push(receipt);
  return abandoned;
};

const startOf = (day: Day): number => Date.parse(`${day}T00:00:00.000+07:00`);
const endOf = (day: Day): number => Date.parse(`${day}T23:59:59.999+07:00`);
