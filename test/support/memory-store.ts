import type { GivenAnswer } from '../../data/answers/receipt/given-answer.js';
import type { KeptAnswer } from '../../data/answers/receipt/kept-answer.js';
import { OpenedAnswer, packedAnswer } from '../../data/storage/packed-answer.js';
import type { AuditEntry, LoggedActivity, MessageReceipt } from '../../data/conversations/records.js';
import { DomainError } from '../../data/domain-error.js';
import type { Dossier } from '../../data/dossiers/dossier.js';
import type { Feedback } from '../../data/feedback/feedback.js';
import type { JsonObject } from '../../data/json.js';
import type { Erasure } from '../../data/retention/erasure.js';
import type { OfficeAlias } from '../../data/procedures/edition/office-alias.js';
import type { ProcedureCorrection } from '../../data/procedures/edition/procedure-correction.js';
import { storedRecord } from '../../data/storage/stored-record.js';
import { Change } from '../../data/store.js';
import type { Store } from '../../data/store.js';
import type { SurveyResponse } from '../../data/surveys/survey-response.js';
import type { UnansweredQuestion } from '../../data/understanding/unanswered/unanswered-question.js';
import { erase, lastSequenceIn, quietConversations, refuseErased } from './memory-erasures.js';
import { byTime, earlier, found, inRange, receivedAt, recordedAt, within } from './memory-lists.js';
import { changesIn, isTakenAgain, putIfNewer } from './memory-snapshot.js';

/** The whole port in memory: what dialog and server tests write to. It passes the same contract suite as the real ones. */
export const createMemoryStore = (tables: Tables = emptyTables()): Store => {
  const kept = tables;
  let closed = false;
  return {
    feedback: {
      find: (code) => found(kept.feedback.get(code)),
      stream: (range) => inRange(kept.feedback.values(), range),
      open: (states) =>
        byTime(
          [...kept.feedback.values()].filter((one) => isOpenFeedback(one, states)),
          receivedAt,
        ),
    },
    surveys: {
      find: (id) => found(kept.survey.get(id)),
      stream: (range) => inRange(kept.survey.values(), range),
    },
    dossiers: {
      find: (code) => found(kept.dossier.get(code)),
      stream: (range) => inRange(kept.dossier.values(), range),
      open: () => byTime([...kept.dossier.values()].filter(isOpenDossier), receivedAt),
    },
    state: {
      read: (keys) =>
        Promise.resolve(
          Object.fromEntries(
            keys.flatMap((key) => {
              const value = kept.state.get(key);
              return value === undefined ? [] : [[key, structuredClone(value)]];
            }),
          ),
        ),
      under: (prefix) => statesUnder(kept.state, prefix),
    },
    activities: {
      since: (conversationId, watermark) =>
        Promise.resolve(
          structuredClone(
            (kept.activity.get(conversationId) ?? []).filter((one) => one.sequence > watermark),
          ),
        ),
      lastSequence: (conversationId) => Promise.resolve(lastSequenceIn(kept, conversationId)),
      quiet: (before) => quietConversations(kept, before),
    },
    receipts: {
      find: (id) => found(kept.receipt.get(id)),
      done: (before) =>
        byTime(
          [...kept.receipt.values()].filter(
            (one) => one.status === 'done' && Date.parse(one.at) < before.getTime(),
          ),
          recordedAt,
        ),
      abandoned: (now) =>
        Promise.resolve(
          structuredClone(
            [...kept.receipt.values()].filter((one) => isAbandoned(one, now)).sort(earlier((one) => one.at)),
          ),
        ),
    },
    erasures: { find: (of, key) => found(kept.erasure.get(`${of} ${key}`)) },
    audit: {
      stream: (range) => byTime(kept.audit.filter(within(range, recordedAt)), recordedAt),
    },
    edition: {
      corrections: () =>
        Promise.resolve(
          structuredClone([...kept.correction.values()].sort(earlier((one) => one.recordedAt))),
        ),
      aliases: () =>
        Promise.resolve(structuredClone([...kept.alias.values()].sort(earlier((one) => one.at)))),
    },
    questions: {
      stream: (range) => byTime([...kept.question.values()].filter(within(range, recordedAt)), recordedAt),
    },
    answers: {
      packed: packedAnswer,
      find: (code) => opened(kept.answer.get(code)),
      stream: (range) => byTime([...kept.answer.values()].filter(within(range, recordedAt)), recordedAt),
    },
    commit(changes) {
      if (closed) return Promise.reject(new DomainError('store.unavailable', 'The store is closed.'));
      try {
        const next = copyOf(kept);
        for (const change of changes) apply(next, Change.parse(change));
        Object.assign(kept, next);
        return Promise.resolve();
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Error(String(error)));
      }
    },
    purge: () => Promise.resolve(),
    snapshot: () => changesIn(kept),
    load: (changes) =>
      new Promise((resolve) => {
        if (closed) throw new DomainError('store.unavailable', 'The store is closed.');
        for (const change of changes.map((one) => Change.parse(one))) putIfNewer(kept, change);
        resolve();
      }),
    health: () =>
      Promise.resolve(closed ? { ready: false, reason: 'The store is closed.' } : { ready: true }),
    close() {
      closed = true;
      return Promise.resolve();
    },
  };
};

async function* statesUnder(table: Tables['state'], prefix: string) {
  for (const [key, value] of [...table])
    if (key.startsWith(prefix)) yield await Promise.resolve({ key, value: structuredClone(value) });
}

export const emptyTables = () => ({
  feedback: new Map<string, Feedback>(),
  survey: new Map<string, SurveyResponse>(),
  dossier: new Map<string, Dossier>(),
  state: new Map<string, JsonObject>(),
  activity: new Map<string, LoggedActivity[]>(),
  receipt: new Map<string, MessageReceipt>(),
  audit: new Array<AuditEntry>(),
  correction: new Map<string, ProcedureCorrection>(),
  alias: new Map<string, OfficeAlias>(),
  question: new Map<string, UnansweredQuestion>(),
  answer: new Map<string, KeptAnswer>(),
  /** By `<of> <key>`. */
  erasure: new Map<string, Erasure>(),
});
export type Tables = ReturnType<typeof emptyTables>;

/** A commit works on a copy, so that one refused change leaves nothing of the others behind. */
const copyOf = (tables: Tables): Tables => ({
  feedback: new Map(tables.feedback),
  survey: new Map(tables.survey),
  dossier: new Map(tables.dossier),
  state: new Map(tables.state),
  activity: new Map(tables.activity),
  receipt: new Map(tables.receipt),
  audit: [...tables.audit],
  correction: new Map(tables.correction),
  alias: new Map(tables.alias),
  question: new Map(tables.question),
  answer: new Map(tables.answer),
  erasure: new Map(tables.erasure),
});

const apply = (tables: Tables, change: Change): void => {
  if (isKeptWhole(change)) {
    applyWhole(tables, change);
    return;
  }
  refuseErased(tables, change);
  switch (change.kind) {
    case 'feedback':
      putNext(tables.feedback, change.record.code, change.record);
      break;
    case 'survey':
      putNext(tables.survey, change.record.id, change.record);
      break;
    case 'dossier':
      putNext(tables.dossier, change.record.code, change.record);
      break;
    case 'state':
      putState(tables.state, change.key, change.value);
      break;
    case 'activity':
      append(tables, change.record);
      break;
    case 'receipt':
      putReceipt(tables.receipt, change.record);
      break;
  }
};

type KeptWhole = Change & { kind: 'correction' | 'alias' | 'audit' | 'question' | 'answer' | 'erasure' };

const isKeptWhole = (change: Change): change is KeptWhole =>
  ['correction', 'alias', 'audit', 'question', 'answer', 'erasure'].includes(change.kind);

const applyWhole = (tables: Tables, change: KeptWhole): void => {
  switch (change.kind) {
    case 'correction':
      putNew(tables.correction, `${change.record.code}/${String(change.record.number)}`, change.record);
      break;
    case 'alias':
      putNext(tables.alias, change.record.alias, change.record);
      break;
    case 'audit':
      putAudit(tables.audit, change.record);
      break;
    case 'question':
      putNew(tables.question, change.record.id, change.record);
      break;
    case 'answer':
      tables.answer.set(change.record.code, change.record);
      break;
    case 'erasure':
      erase(tables, change.record);
      break;
  }
};

const putState = (table: Tables['state'], key: string, value: JsonObject | null): void => {
  if (value === null) table.delete(key);
  else table.set(key, value);
};

const putNext = <T extends { version: number }>(table: Map<string, T>, key: string, record: T): void => {
  if (record.version !== (table.get(key)?.version ?? 0) + 1)
    throw new DomainError('store.conflict', `Version ${String(record.version)} of ${key} does not continue.`);
  table.set(key, record);
};

const putReceipt = (table: Tables['receipt'], receipt: MessageReceipt): void => {
  if (isTakenAgain(table.get(receipt.id), receipt))
    throw new DomainError('store.conflict', `${receipt.id} is answered already.`);
  table.set(receipt.id, receipt);
};

const putNew = <T>(table: Map<string, T>, key: string, record: T): void => {
  if (table.has(key)) throw new DomainError('store.conflict', `${key} is already recorded.`);
  table.set(key, record);
};

const putAudit = (entries: AuditEntry[], entry: AuditEntry): void => {
  if (entries.some(({ id }) => id === entry.id))
    throw new DomainError('store.conflict', `${entry.id} is already recorded.`);
  entries.push(entry);
};

const append = (tables: Tables, record: LoggedActivity): void => {
  if (record.sequence !== lastSequenceIn(tables, record.conversationId) + 1)
    throw new DomainError('store.conflict', `Sequence ${String(record.sequence)} does not continue.`);
  const logged = tables.activity.get(record.conversationId) ?? [];
  tables.activity.set(record.conversationId, [...logged, record]);
};

const opened = (record: KeptAnswer | undefined) =>
  new Promise<GivenAnswer | null>((resolve) => {
    resolve(record ? storedRecord(OpenedAnswer, record, 'answer') : null);
  });

const isOpenFeedback = (one: Feedback, states: readonly string[] | undefined): boolean =>
  one.state !== 'closed' && (states === undefined || states.includes(one.state));

const isOpenDossier = ({ status }: Dossier): boolean => !['returned', 'refused', 'stopped'].includes(status);

const isAbandoned = ({ status, leaseUntil }: MessageReceipt, now: Date): boolean =>
  status !== 'done' && (leaseUntil === null || Date.parse(leaseUntil) <= now.getTime());
