import type { z } from 'zod';
import { LoggedActivity } from '../../conversations/records.js';
import { JsonObject } from '../../json.js';
import { Change } from '../../store.js';
import type { Store } from '../../store.js';
import { createRepositories } from '../repositories.js';
import type { RecordReaders } from '../repositories.js';
import { storedRecord } from '../stored-record.js';
import { changeFrom } from './archive/table.js';
import { quietConversations } from './quiet-conversations.js';
import { streamAll, streamKind, streamOpen, streamRange } from './streams.js';
import { activitiesAfter, lastSequence, readLatest } from './view.js';
import type { View } from './view.js';

type Readers = Omit<Store, 'commit' | 'load' | 'purge' | 'health' | 'close'>;

/** What the readers see when they are asked. */
export interface Source {
  readonly view: () => View;
  /** Keeps the view's files until the function it returns is called. */
  readonly hold: () => () => void;
}

/** The readers of the port. */
export const createReaders = (source: Source): Readers => {
  const { view } = source;
  return {
    ...createRepositories(createRecordReaders(source)),
    state: {
      read: (keys) => attempt(() => readStates(view(), keys)),
      under: (prefix) => statesUnder(source, prefix),
    },
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
    snapshot: () => wholeChanges(source),
  };
};

async function* wholeChanges(source: Source): AsyncGenerator<Change> {
  for await (const change of held(source, streamAll)) yield storedRecord(Change, change, change.kind);
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

const createRecordReaders = (source: Source): RecordReaders => {
  async function* records<T>(
    schema: z.ZodType<T>,
    from: (view: View) => AsyncIterable<Change[]>,
  ): AsyncGenerator<T> {
    for await (const change of held(source, from)) yield recordOf(schema, change);
  }
  return {
    find: (kind, schema, key) =>
      attempt(() => {
        const change = readLatest(source.view(), kind, key);
        return change && recordOf(schema, changeFrom(change));
      }),
    between: (kind, schema, from, to) => records(schema, (now) => streamRange(now, kind, from, to)),
    open: (kind, schema) => records(schema, (now) => streamOpen(now, kind)),
  };
};

const attempt = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });

const recordOf = <T>(schema: z.ZodType<T>, change: Change): T =>
  storedRecord(schema, change.kind === 'state' ? change.value : change.record, change.kind);

const readStates = (view: View, keys: readonly string[]): Record<string, JsonObject> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const change = readLatest(view, 'state', key);
      return change ? [[key, recordOf(JsonObject, changeFrom(change))]] : [];
    }),
  );

async function* statesUnder(
  source: Source,
  prefix: string,
): AsyncGenerator<{ key: string; value: JsonObject }> {
  for await (const change of held(source, (view) => streamKind(view, 'state')))
    if (change.kind === 'state' && change.key.startsWith(prefix))
      yield { key: change.key, value: recordOf(JsonObject, change) };
}
