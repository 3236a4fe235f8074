import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import type { EmbeddedStore } from '../../../../data/storage/lowdb/embedded-store.js';
import { RetentionPeriods } from '../../../../data/retention/retention-periods.js';
import { sweep } from '../../../../data/retention/sweep.js';
import {
  activityChange,
  auditChange,
  dossierChange,
  erasureChange,
  feedbackChange,
  listOf,
  questionChange,
  receiptChange,
  stateChange,
  surveyChange,
} from '../records.js';

const SECRET = 'Nguyễn Thị Bí Mật 0912345678';
const CODE = 'PA-4P99-999V';
const DOSSIER = 'H26.15-261105-0001';

/** One of each kind with the secret in it; the same again in the next version where there are versions. */
const SECRETS = [
  feedbackChange({ text: SECRET }),
  surveyChange({ comment: SECRET }),
  dossierChange({ requested: SECRET }),
  stateChange('chat/conversations/c1/', { said: SECRET }),
  activityChange('c1', 1, { activity: { type: 'message', text: SECRET } }),
  receiptChange({ message: { text: SECRET } }),
  receiptChange({ id: `sms:${SECRET}`, status: 'done', leaseUntil: null, message: null }),
  questionChange({ text: SECRET }),
  auditChange({ details: { said: SECRET } }),
];
const DECEMBER = { at: '2026-12-02T03:00:00.000Z' };
const LATER = [
  feedbackChange({ version: 2, text: SECRET, state: 'closed' }),
  dossierChange({ version: 2, requested: SECRET, status: 'returned' }),
  activityChange('c1', 2, { ...DECEMBER, activity: { type: 'message', text: SECRET } }),
  receiptChange({ status: 'done', leaseUntil: null, message: null }),
];
const ERASURES = [
  erasureChange('feedback', CODE, 2),
  erasureChange('survey', 'survey-1', 1),
  erasureChange('dossier', DOSSIER, 2),
  erasureChange('conversation', 'c1', 2),
  stateChange('chat/conversations/c1/', null),
  erasureChange('receipt', `sms:${SECRET}`, 0),
  erasureChange('receipt', 'sms:1', 0),
  erasureChange('question', 'question-1', 1),
  erasureChange('audit', 'audit-1', 1),
];
const NEIGHBOUR = [feedbackChange({ code: 'PA-4P99-999W' }), activityChange('c2', 1)];

describe('What was erased', () => {
  let folder: string;
  let store: EmbeddedStore;
  let now = '2026-11-05T03:00:00.000Z';
  const open = () => createEmbeddedStore({ folder, clock: { now: () => new Date(now) } });

  beforeEach(async () => {
    now = '2026-11-05T03:00:00.000Z';
    folder = await mkdtemp(join(tmpdir(), 'motcua-erased-'));
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['that were never archived', []],
    ['that were archived in their months', ['archive']],
    ['of which the first versions were archived', ['archive', 'month']],
  ])('has left every file of the folder after the purge: records %s', async (_name, steps) => {
    await store.commit([...SECRETS, ...NEIGHBOUR]);
    if (steps.includes('archive')) await store.archive();
    now = DECEMBER.at;
    await store.commit(LATER);
    if (steps.length === 1) await store.archive();
    expect(await filesWith(folder, SECRET)).not.toEqual([]);
    await store.commit(ERASURES);
    await store.purge();
    expect(await filesWith(folder, SECRET)).toEqual([]);
    expect(await filesWith(folder, 'Hồ sơ của tôi trễ hẹn')).toHaveLength(2);
    expect(await store.feedback.find('PA-4P99-999W')).not.toBeNull();
    expect(await store.activities.since('c2', 0)).toHaveLength(1);
  });

  it('goes by the office’s periods in one sweep, of every kind', async () => {
    await store.commit([...SECRETS, ...NEIGHBOUR]);
    await store.archive();
    now = DECEMBER.at;
    await store.commit(LATER);
    now = '2028-01-10T03:00:00.000Z';
    const every = { feedbackDays: 30, dossierDays: 30, surveyDays: 30, auditDays: 365 };
    await sweep(
      { store, clock: { now: () => new Date(now) } },
      { periods: RetentionPeriods.parse(every), on: '2028-01-10', dryRun: false },
    );
    expect(await filesWith(folder, SECRET)).toEqual([]);
    const left = (await listOf(store.snapshot())).filter(({ kind }) => kind !== 'erasure');
    expect(left).toMatchObject([{ kind: 'feedback', record: { code: 'PA-4P99-999W', state: 'received' } }]);
  });

  it('stays away when the office stops between the commit and the purge', async () => {
    await store.commit(SECRETS);
    await store.archive();
    await store.commit([...LATER, ...ERASURES]);
    await store.close();
    store = await open();
    await store.purge();
    expect(await filesWith(folder, SECRET)).toEqual([]);
    expect(await listOf(store.feedback.stream({ from: '2020-01-01', to: '2030-01-01' }))).toEqual([]);
  });

  it('leaves with the last list that was begun before', async () => {
    await store.commit(SECRETS);
    await store.archive();
    const list = store.feedback.stream({ from: '2020-01-01', to: '2030-01-01' })[Symbol.asyncIterator]();
    expect(await list.next()).toMatchObject({ value: { text: SECRET } });
    await store.commit([...LATER, ...ERASURES]);
    await store.purge();
    expect(await filesWith(folder, SECRET)).not.toEqual([]);
    await list.next();
    expect(await filesWith(folder, SECRET)).toEqual([]);
  });
});

const filesWith = async (folder: string, text: string): Promise<string[]> => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async ({ parentPath, name }) => [name, await readFile(join(parentPath, name))] as const),
  );
  return contents.filter(([, bytes]) => bytes.includes(text)).map(([name]) => name);
};
