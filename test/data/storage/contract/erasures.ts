import { describe, expect, it } from 'vitest';
import type { MessageReceipt } from '../../../../data/conversations/records.js';
import { Change } from '../../../../data/store.js';
import {
  activityChange,
  auditChange,
  dossierChange,
  erasureChange,
  feedbackChange,
  listOf,
  questionChange,
  receiptChange,
  surveyChange,
} from '../records.js';
import type { Contract } from '../store-contract.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
const CODE = 'PA-4P99-999V';
const DOSSIER = 'H26.15-261105-0001';
const CONFLICT = { code: 'store.conflict' };
const done = (changes: Partial<MessageReceipt> = {}) =>
  receiptChange({ status: 'done', leaseUntil: null, message: null, ...changes });

export const describeErasures = (contract: Contract): void => {
  describe('erasures', () => {
    describeRecords(contract);
    describeErasedConversations(contract);
    describeRefusals(contract);
  });
};

/** A record of each kind, its erasure, and whether a reader or a list still has it. */
const RECORDS: [name: string, record: Change, erasure: Change & { kind: 'erasure' }][] = [
  ['feedback', feedbackChange(), erasureChange('feedback', CODE, 1)],
  ['a survey', surveyChange(), erasureChange('survey', 'survey-1', 1)],
  ['a dossier', dossierChange(), erasureChange('dossier', DOSSIER, 1)],
  ['a receipt', done(), erasureChange('receipt', 'sms:1', 0)],
  ['a question', questionChange(), erasureChange('question', 'question-1', 1)],
  ['an audit entry', auditChange(), erasureChange('audit', 'audit-1', 1)],
];

const describeRecords = ({ store, restart, turnTo }: Contract): void => {
  const found = async () => ({
    records: [
      await store().feedback.find(CODE),
      await store().surveys.find('survey-1'),
      await store().dossiers.find(DOSSIER),
      await store().receipts.find('sms:1'),
    ].filter((record) => record !== null),
    lists: [
      await listOf(store().feedback.stream(EVER)),
      await listOf(store().feedback.open()),
      await listOf(store().surveys.stream(EVER)),
      await listOf(store().dossiers.stream(EVER)),
      await listOf(store().dossiers.open()),
      await listOf(store().receipts.done(new Date('2035-01-01'))),
      await listOf(store().questions.stream(EVER)),
      await listOf(store().audit.stream(EVER)),
    ].flat(),
  });
  const NOTHING = { records: [], lists: [] };

  it.each(RECORDS)('take %s out of every reader and list, for good', async (_name, record, erasure) => {
    await store().commit([record]);
    expect(await found()).not.toEqual(NOTHING);
    await store().commit([erasure]);
    expect(await found()).toEqual(NOTHING);
    await restart();
    await store().purge();
    expect(await found()).toEqual(NOTHING);
    await restart();
    expect(await found()).toEqual(NOTHING);
  });

  it('reach what was kept in an earlier month, and leave its neighbours', async () => {
    await store().commit([
      feedbackChange(),
      feedbackChange({ code: 'PA-4P99-999W' }),
      surveyChange(),
      surveyChange({ id: 'survey-2' }),
    ]);
    turnTo('2027-01-20T03:00:00.000Z');
    await restart();
    await store().purge();
    await store().commit([erasureChange('feedback', CODE, 1), erasureChange('survey', 'survey-1', 1)]);
    const check = async () => {
      expect(await store().feedback.find(CODE)).toBeNull();
      const left = ['PA-4P99-999W'];
      expect((await listOf(store().feedback.stream(EVER))).map(({ code }) => code)).toEqual(left);
      expect((await listOf(store().feedback.open())).map(({ code }) => code)).toEqual(left);
      expect((await listOf(store().surveys.stream(EVER))).map(({ id }) => id)).toEqual(['survey-2']);
      expect(await store().surveys.find('survey-2')).not.toBeNull();
    };
    await check();
    await store().purge();
    await check();
  });

  it('leave a tombstone where somebody may ask again, and none elsewhere', async () => {
    await store().commit(RECORDS.map(([, record]) => record));
    await store().commit(RECORDS.map(([, , erasure]) => erasure));
    const tombstones = async () => [
      await store().erasures.find('feedback', CODE),
      await store().erasures.find('survey', 'survey-1'),
      await store().erasures.find('dossier', DOSSIER),
    ];
    const expected = RECORDS.slice(0, 3).map(([, , { record }]) => record);
    expect(await tombstones()).toEqual(expected);
    await restart();
    await store().purge();
    expect(await tombstones()).toEqual(expected);
    expect(await store().erasures.find('feedback', 'PA-4P99-999W')).toBeNull();
    expect(await store().erasures.find('conversation', 'sms:1')).toBeNull();
  });
};

const describeErasedConversations = ({ store, restart, turnTo }: Contract): void => {
  const sequences = async (after = 0) =>
    (await store().activities.since('c1', after)).map(({ sequence }) => sequence);

  it('take a conversation over several months, and it goes on from its last number', async () => {
    await store().commit([activityChange('c1', 1), activityChange('c1', 2), activityChange('c2', 1)]);
    turnTo('2026-12-02T03:00:00.000Z');
    await store().commit([activityChange('c1', 3, { at: '2026-12-02T03:00:00.000Z' })]);
    await restart();
    await store().commit([erasureChange('conversation', 'c1', 3)]);
    expect(await sequences()).toEqual([]);
    expect(await store().activities.lastSequence('c1')).toBe(3);
    await store().purge();
    await restart();
    expect(await sequences()).toEqual([]);
    expect(await store().activities.lastSequence('c1')).toBe(3);
    expect(await store().erasures.find('conversation', 'c1')).toMatchObject({ version: 3 });
    await expect(store().commit([activityChange('c1', 3)])).rejects.toMatchObject(CONFLICT);
    await store().commit([activityChange('c1', 4), activityChange('c1', 5)]);
    expect(await sequences()).toEqual([4, 5]);
    await store().purge();
    expect(await sequences()).toEqual([4, 5]);
    expect(await sequences(4)).toEqual([5]);
    expect(await store().activities.since('c2', 0)).toHaveLength(1);
  });

  it('take a conversation that went on a second time', async () => {
    await store().commit([activityChange('c1', 1), erasureChange('conversation', 'c1', 1)]);
    await store().commit([activityChange('c1', 2)]);
    expect(await sequences()).toEqual([2]);
    await store().commit([erasureChange('conversation', 'c1', 2)]);
    await store().purge();
    expect(await sequences()).toEqual([]);
    expect(await store().erasures.find('conversation', 'c1')).toMatchObject({ version: 2 });
  });

  it('leave one tombstone of a conversation that is erased again at the same message', async () => {
    await store().commit([activityChange('c1', 1), erasureChange('conversation', 'c1', 1)]);
    await store().purge();
    await store().commit([erasureChange('conversation', 'c1', 1)]);
    expect(await listOf(store().snapshot())).toEqual([erasureChange('conversation', 'c1', 1)]);
  });

  it('begin with conversations that have been quiet since before a moment', async () => {
    const december = { at: '2026-12-02T03:00:00.000Z' };
    await store().commit([activityChange('old', 1), activityChange('old', 2)]);
    await store().commit([activityChange('went on', 1), activityChange('new', 1, december)]);
    await store().commit([activityChange('went on', 2, december)]);
    const quiet = async (before: string) =>
      (await listOf(store().activities.quiet(new Date(before)))).map(({ conversationId }) => conversationId);
    const check = async () => {
      expect(await quiet('2026-11-05T03:00:00.000Z')).toEqual([]);
      expect(await listOf(store().activities.quiet(new Date('2026-12-02T03:00:00.000Z')))).toEqual([
        { conversationId: 'old', lastSequence: 2, lastAt: '2026-11-05T03:00:00.000Z' },
      ]);
      expect((await quiet('2026-12-02T03:00:00.001Z')).sort()).toEqual(['new', 'old', 'went on']);
    };
    await check();
    await restart();
    await store().purge();
    await check();
    await store().commit([erasureChange('conversation', 'old', 2)]);
    expect(await quiet('2026-12-02T03:00:00.000Z')).toEqual([]);
    await store().purge();
    expect(await quiet('2026-12-02T03:00:00.000Z')).toEqual([]);
  });

  it('begin with receipts done before a moment, oldest first', async () => {
    await store().commit([
      receiptChange({ id: 'taken' }),
      done({ id: 'later', at: '2026-11-05T05:00:00.000Z' }),
      done({ id: 'sooner', at: '2026-11-05T04:00:00.000Z' }),
    ]);
    const doneBefore = async (before: string) =>
      (await listOf(store().receipts.done(new Date(before)))).map(({ id }) => id);
    expect(await doneBefore('2026-11-05T05:00:00.001Z')).toEqual(['sooner', 'later']);
    await store().purge();
    expect(await doneBefore('2026-11-05T05:00:00.001Z')).toEqual(['sooner', 'later']);
    expect(await doneBefore('2026-11-05T05:00:00.000Z')).toEqual(['sooner']);
    await store().commit([done({ id: 'taken' })]);
    expect(await doneBefore('2026-11-05T05:00:00.000Z')).toEqual(['taken', 'sooner']);
  });
};

const describeRefusals = ({ store, restart }: Contract): void => {
  it.each(RECORDS.slice(0, 3))(
    'let nobody use the key of erased %s again',
    async (_name, record, erasure) => {
      await store().commit([record, erasure]);
      await expect(store().commit([record])).rejects.toMatchObject(CONFLICT);
      await restart();
      await store().purge();
      await expect(store().commit([record])).rejects.toMatchObject(CONFLICT);
      const next = Change.parse({ ...record, record: { ...recordOf(record), version: 2 } });
      await expect(store().commit([next])).rejects.toMatchObject(CONFLICT);
      await expect(store().commit([erasure])).rejects.toMatchObject(CONFLICT);
    },
  );

  it('leave alone what has moved on since it was judged', async () => {
    await store().commit([feedbackChange(), activityChange('c1', 1)]);
    await store().commit([feedbackChange({ version: 2, state: 'reopened' }), activityChange('c1', 2)]);
    for (const erasure of [erasureChange('feedback', CODE, 1), erasureChange('conversation', 'c1', 1)])
      await expect(store().commit([surveyChange(), erasure])).rejects.toMatchObject(CONFLICT);
    expect(await store().feedback.find(CODE)).toMatchObject({ version: 2 });
    expect(await store().activities.since('c1', 0)).toHaveLength(2);
    expect(await store().surveys.find('survey-1')).toBeNull();
    expect(await store().erasures.find('feedback', CODE)).toBeNull();
  });

  it('let one through of an erasure and a change that meet', async () => {
    await store().commit([feedbackChange({ state: 'closed' })]);
    const outcomes = await Promise.allSettled([
      store().commit([feedbackChange({ version: 2, state: 'reopened' })]),
      store().commit([erasureChange('feedback', CODE, 1)]),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const kept = await store().feedback.find(CODE);
    expect(kept === null).toBe((await store().erasures.find('feedback', CODE)) !== null);
  });

  it('keep an audit entry once', async () => {
    await store().commit([auditChange()]);
    await expect(store().commit([auditChange()])).rejects.toMatchObject(CONFLICT);
    expect(await listOf(store().audit.stream(EVER))).toHaveLength(1);
  });
};

const recordOf = (change: Change): object => (change.kind === 'state' ? {} : change.record);
