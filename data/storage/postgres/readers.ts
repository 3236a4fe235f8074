import { z } from 'zod';
import { GivenAnswer } from '../../answers/receipt/given-answer.js';
import { instant } from '../../calendar/day.js';
import { AuditEntry, LoggedActivity, MessageReceipt } from '../../conversations/records.js';
import { Dossier } from '../../dossiers/dossier.js';
import { Feedback } from '../../feedback/feedback.js';
import { OfficeAlias } from '../../procedures/edition/office-alias.js';
import { ProcedureCorrection } from '../../procedures/edition/procedure-correction.js';
import { Erasure } from '../../retention/erasure.js';
import type { QuietConversation, Store } from '../../store.js';
import { SurveyResponse } from '../../surveys/survey-response.js';
import { UnansweredQuestion } from '../../understanding/unanswered/unanswered-question.js';
import { tombstoneKey } from '../lowdb/head.js';
import { abandonedAt, inStates, listOf } from '../record-lists.js';
import { storedRecord } from '../stored-record.js';
import { everything } from './everything.js';
import { keyOf, keyText } from './key-text.js';
import type { Database } from './connect.js';
import { readStates } from './read-states.js';
import { createRecordReaders } from './record-readers.js';

type Readers = Omit<Store, 'commit' | 'load' | 'purge' | 'health' | 'close'>;

/** The readers of the port. */
export const createReaders = (database: Database, office: string): Readers => {
  const { find, stream, open, until, all } = createRecordReaders(database, office);
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
    state: { read: (keys) => readStates(database, office, keys) },
    activities: createActivityLog(database, office),
    receipts: {
      find: find('receipt', MessageReceipt),
      abandoned: (now) => abandonedAt(open('receipt', MessageReceipt), now),
      done: (before) => doneOnly(until('receipt', MessageReceipt, before)),
    },
    audit: { stream: stream('audit', AuditEntry) },
    edition: {
      corrections: () => listOf(all('correction', ProcedureCorrection)),
      aliases: () => listOf(all('alias', OfficeAlias)),
    },
    questions: { stream: stream('question', UnansweredQuestion) },
    answers: { find: find('answer', GivenAnswer) },
    erasures: { find: (of, key) => findErasure(tombstoneKey(of, key)) },
    snapshot: () => everything(database, office),
  };
};

const createActivityLog = (database: Database, office: string): Store['activities'] => ({
  async since(conversationId, watermark) {
    const rows = await database.run(
      (sql) => sql`
        select record from activity
        where office = ${office} and key = ${keyText(conversationId)} and version > ${watermark} order by version`,
    );
    return z
      .array(z.object({ record: z.unknown() }))
      .parse(rows)
      .map(({ record }) => storedRecord(LoggedActivity, record, 'activity'));
  },
  async lastSequence(conversationId) {
    const rows = await database.run(
      (sql) => sql`select last_sequence(${office}, ${keyText(conversationId)}) as sequence`,
    );
    return z.tuple([z.object({ sequence: z.int() })]).parse(rows)[0].sequence;
  },
  quiet: (before) => quietConversations(database, office, before),
});

async function* quietConversations(
  database: Database,
  office: string,
  before: Date,
): AsyncGenerator<QuietConversation> {
  const batches = database.stream(
    (sql) => sql`
      select key, max(version) as sequence, max(at) as at
      from activity where office = ${office} group by key having max(at) < ${before}`,
  );
  for await (const rows of batches)
    for (const { key, sequence, at } of QuietRows.parse(rows))
      yield { conversationId: keyOf(key), lastSequence: sequence, lastAt: instant(at) };
}

const QuietRows = z.array(z.object({ key: z.string(), sequence: z.int(), at: z.date() }));

async function* doneOnly(receipts: AsyncIterable<MessageReceipt>): AsyncGenerator<MessageReceipt> {
  for await (const receipt of receipts) if (receipt.status === 'done') yield receipt;
}
