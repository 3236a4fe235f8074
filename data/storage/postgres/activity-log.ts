import { z } from 'zod';
import { instant } from '../../calendar/day.js';
import { LoggedActivity } from '../../conversations/records.js';
import type { QuietConversation, Store } from '../../store.js';
import { storedRecord } from '../stored-record.js';
import type { Database } from './connect.js';
import { keyOf, keyText } from './key-text.js';

export const createActivityLog = (database: Database, office: string): Store['activities'] => ({
  async since(conversationId, watermark) {
    const rows = await database.run(
      (sql) => sql`
        select record from activity
        where office = ${office} and key = ${keyText(conversationId)} and version > ${watermark}
        order by version`,
    );
    return ActivityRows.parse(rows).map(({ record }) => storedRecord(LoggedActivity, record, 'activity'));
  },
  async lastSequence(conversationId) {
    const rows = await database.run(
      (sql) => sql`select last_sequence(${office}, ${keyText(conversationId)}) as sequence`,
    );
    return SequenceRow.parse(rows)[0].sequence;
  },
  quiet: (before) => quietConversations(database, office, before),
});

async function* quietConversations(
  database: Database,
  office: string,
  before: Date,
): AsyncGenerator<QuietConversation> {
  const batches = database.sweep(
    (sql) => sql`
      select key, version as sequence, at from activity as last
      where office = ${office} and at < ${before} and not exists (
        select from activity where office = last.office and key = last.key and version > last.version
      )`,
  );
  for await (const rows of batches)
    for (const { key, sequence, at } of QuietRows.parse(rows))
      yield { conversationId: keyOf(key), lastSequence: sequence, lastAt: instant(at) };
}

const ActivityRows = z.array(z.object({ record: z.unknown() }));
const SequenceRow = z.tuple([z.object({ sequence: z.int() })]);
const QuietRows = z.array(z.object({ key: z.string(), sequence: z.int(), at: z.date() }));
