import type { MessageReceipt } from '../../data/conversations/records.js';
import { headOf } from '../../data/storage/head.js';
import type { Change } from '../../data/store.js';
import type { Tables } from './memory-store.js';

/** The whole of the tables as they are now, in the order the port promises. */
export async function* changesIn(tables: Tables): AsyncGenerator<Change> {
  for (const change of structuredClone(allOf(tables))) yield await Promise.resolve(change);
}

/** Keeps what is not kept in this or a later version. */
export const putIfNewer = (tables: Tables, change: Change): void => {
  if (change.kind === 'activity') putActivity(tables, change.record);
  else if (change.kind === 'audit') putAudit(tables, change.record);
  else if (change.kind === 'state') putState(tables, change);
  else putRecord(tables, change);
};

export const isTakenAgain = (kept: MessageReceipt | undefined, next: MessageReceipt): boolean =>
  kept !== undefined && kept.status !== 'taken' && next.status === 'taken';

const allOf = (tables: Tables): Change[] => {
  const of = <K extends Change['kind'], T>(kind: K, records: Iterable<T>, at: (record: T) => string) =>
    [...records]
      .sort((one, other) => Date.parse(at(one)) - Date.parse(at(other)))
      .map((record) => ({ kind, record }));
  return [
    ...of('erasure', tables.erasure.values(), recorded),
    ...of('feedback', tables.feedback.values(), received),
    ...of('survey', tables.survey.values(), received),
    ...of('dossier', tables.dossier.values(), received),
    ...[...tables.state].map(([key, value]) => ({ kind: 'state' as const, key, value })),
    ...[...tables.activity.values()].flat().map((record) => ({ kind: 'activity' as const, record })),
    ...of('receipt', tables.receipt.values(), recorded),
    ...of('audit', tables.audit, recorded),
    ...of('correction', tables.correction.values(), ({ recordedAt }) => recordedAt),
    ...of('alias', tables.alias.values(), recorded),
    ...of('question', tables.question.values(), recorded),
    ...of('answer', tables.answer.values(), recorded),
  ];
};

const received = ({ receivedAt }: { receivedAt: string }): string => receivedAt;
const recorded = ({ at }: { at: string }): string => at;

const putActivity = ({ activity }: Tables, record: (Change & { kind: 'activity' })['record']): void => {
  const logged = activity.get(record.conversationId) ?? [];
  if (logged.some(({ sequence }) => sequence === record.sequence)) return;
  activity.set(record.conversationId, [...logged, record]);
};

const putAudit = ({ audit }: Tables, record: (Change & { kind: 'audit' })['record']): void => {
  if (!audit.some(({ id }) => id === record.id)) audit.push(record);
};

const putState = ({ state }: Tables, { key, value }: Change & { kind: 'state' }): void => {
  if (value) state.set(key, value);
};

type Keyed = Exclude<Change, { kind: 'activity' | 'audit' | 'state' }>;

const putRecord = (tables: Tables, change: Keyed): void => {
  const { key, version } = headOf(change);
  const table: Map<string, object> = tables[change.kind];
  const kept = table.get(key);
  if (kept && 'version' in kept && Number(kept.version) > version) return;
  if (change.kind === 'receipt' && isTakenAgain(tables.receipt.get(key), change.record)) return;
  table.set(key, change.record);
};
