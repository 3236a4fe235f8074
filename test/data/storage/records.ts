import type { AuditEntry, LoggedActivity, MessageReceipt } from '../../../data/conversations/records.js';
import type { Dossier } from '../../../data/dossiers/dossier.js';
import type { Feedback } from '../../../data/feedback/feedback.js';
import type { JsonObject } from '../../../data/json.js';
import type { Erasable } from '../../../data/retention/erasure.js';
import type { Change } from '../../../data/store.js';
import type { SurveyResponse } from '../../../data/surveys/survey-response.js';
import type { UnansweredQuestion } from '../../../data/understanding/unanswered/unanswered-question.js';

export const feedbackChange = (changes: Partial<Feedback> = {}): Change & { kind: 'feedback' } => ({
  kind: 'feedback',
  record: {
    code: 'PA-4P99-999V',
    version: 1,
    kind: 'delay',
    text: 'Hồ sơ của tôi trễ hẹn ba ngày.',
    dossierCode: null,
    procedureCode: null,
    channel: 'chat',
    locale: 'vi',
    contact: null,
    thread: null,
    recordedBy: null,
    receivedAt: '2026-11-05T03:00:00.000Z',
    state: 'received',
    history: [{ at: '2026-11-05T03:00:00.000Z', by: 'citizen', state: 'received', text: null }],
    pin: { salt: 'aa', hash: 'bb' },
    ...changes,
  },
});

export const surveyChange = (changes: Partial<SurveyResponse> = {}): Change & { kind: 'survey' } => ({
  kind: 'survey',
  record: {
    id: 'survey-1',
    version: 1,
    receivedAt: '2026-11-05T03:00:00.000Z',
    channel: 'sms',
    locale: 'vi',
    phase: 'result',
    dossierCode: null,
    procedureCode: '1.004194',
    scores: { access: 5, procedure: 4, staff: 5, result: 4, feedbackHandling: null },
    overall: 4,
    comment: 'Cán bộ nhiệt tình',
    ...changes,
  },
});

export const dossierChange = (changes: Partial<Dossier> = {}): Change & { kind: 'dossier' } => ({
  kind: 'dossier',
  record: {
    code: 'H26.15-261105-0001',
    version: 1,
    procedureCode: '1.004194',
    procedureName: 'Đăng ký tạm trú',
    status: 'processing',
    receivedAt: '2026-11-05T03:00:00.000Z',
    dueDate: '2026-11-12',
    unit: 'Công an phường',
    requested: null,
    phoneLast4: '4321',
    identityLast4: null,
    waits: [],
    apologies: [],
    movedAt: null,
    finishedAt: null,
    asOf: '2026-11-05T03:00:00.000Z',
    source: 'test',
    ...changes,
  },
});

export const stateChange = (key: string, value: JsonObject | null): Change => ({ kind: 'state', key, value });

export const activityChange = (
  conversationId: string,
  sequence: number,
  changes: Partial<LoggedActivity> = {},
): Change => ({
  kind: 'activity',
  record: {
    conversationId,
    sequence,
    at: '2026-11-05T03:00:00.000Z',
    activity: { type: 'message', text: `Tin nhắn ${String(sequence)}` },
    ...changes,
  },
});

export const receiptChange = (changes: Partial<MessageReceipt> = {}): Change & { kind: 'receipt' } => ({
  kind: 'receipt',
  record: {
    id: 'sms:1',
    status: 'taken',
    leaseUntil: '2026-11-05T03:01:00.000Z',
    message: { text: 'PA duong hong' },
    activityId: null,
    at: '2026-11-05T03:00:00.000Z',
    ...changes,
  },
});

export const auditChange = (changes: Partial<AuditEntry> = {}): Change => ({
  kind: 'audit',
  record: {
    id: 'audit-1',
    at: '2026-11-05T03:00:00.000Z',
    actor: 'cli:motcua',
    action: 'export',
    details: { rows: 3 },
    ...changes,
  },
});

export const questionChange = (changes: Partial<UnansweredQuestion> = {}): Change & { kind: 'question' } => ({
  kind: 'question',
  record: {
    id: 'question-1',
    at: '2026-11-05T03:00:00.000Z',
    text: 'làm thẻ lông ngỗng ở đâu',
    why: 'notFound',
    nearest: [],
    channel: 'chat',
    locale: 'vi',
    ...changes,
  },
});

export const erasureChange = (of: Erasable, key: string, version: number): Change & { kind: 'erasure' } => ({
  kind: 'erasure',
  record: { of, key, version, at: '2026-11-05T03:00:00.000Z', reason: 'retention' },
});

export const listOf = async <T>(records: AsyncIterable<T> | Iterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const record of records) list.push(record);
  return list;
};
