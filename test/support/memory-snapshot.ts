import type { Change } from '../../data/store.js';
import type { Tables } from './memory-store.js';

/** The whole of the tables as they are now, in the order the port promises. */
export async function* changesIn(tables: Tables): AsyncGenerator<Change> {
  for (const change of structuredClone(allOf(tables))) yield await Promise.resolve(change);
}

/** Keeps what is not kept in this or a later version. */
export const putIfNewer = (tables: Tables, change: Change): void => {
  switch (change.kind) {
    case 'state':
      if (change.value) tables.state.set(change.key, change.value);
      break;
    case 'activity':
      putActivity(tables, change.record);
      break;
    case 'audit':
      if (!tables.audit.some(({ id }) => id === change.record.id)) tables.audit.push(change.record);
      break;
    case 'receipt':
      tables.receipt.set(change.record.id, change.record);
      break;
    case 'question':
      tables.question.set(change.record.id, change.record);
      break;
    case 'answer':
      tables.answer.set(change.record.code, change.record);
      break;
    case 'erasure':
      tables.erasure.set(`${change.record.of} ${change.record.key}`, change.record);
      break;
    case 'correction':
      tables.correction.set(`${change.record.code}/${String(change.record.number)}`, change.record);
      break;
    default:
      putVersion(tables, change);
  }
};

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

type Versioned = Change & { kind: 'feedback' | 'survey' | 'dossier' | 'alias' };

const putVersion = (tables: Tables, change: Versioned): void => {
  const newer = <T extends { version: number }>(table: Map<string, T>, key: string, record: T): void => {
    if (record.version > (table.get(key)?.version ?? 0)) table.set(key, record);
  };
  if (change.kind === 'feedback') newer(tables.feedback, change.record.code, change.record);
  else if (change.kind === 'survey') newer(tables.survey, change.record.id, change.record);
  else if (change.kind === 'dossier') newer(tables.dossier, change.record.code, change.record);
  else newer(tables.alias, change.record.alias, change.record);
};
