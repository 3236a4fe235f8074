import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../data/canonical-json.js';
import { CHANGE_KINDS } from '../../../../data/store.js';
import type { Change } from '../../../../data/store.js';
import { answerChange } from '../../../support/given-answer.js';
import { aliasChange, correctionChange } from '../../../support/office-edition.js';
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
import type { Contract } from '../store-contract.js';

const LATER = '2026-12-20T03:00:00.000Z';

/** One of each kind, in the order of a snapshot. */
const ofEachKind: Change[] = [
  feedbackChange(),
  surveyChange(),
  dossierChange(),
  stateChange('conversation/1', { step: 2, answers: ['một', null] }),
  activityChange('c1', 1),
  receiptChange(),
  auditChange(),
  correctionChange(),
  aliasChange(),
  questionChange(),
  answerChange(),
];

export const describeMoving = ({ store, restart, turnTo }: Contract): void => {
  const snapshot = () => listOf(store().snapshot());
  const kept = async () => (await snapshot()).map(canonicalJson);
  const asKept = (changes: readonly Change[]) => changes.map(canonicalJson);

  describe('a snapshot', () => {
    it('of nothing is empty', async () => {
      expect(await snapshot()).toEqual([]);
    });

    it('has one of each kind, whole and in the order of the kinds', async () => {
      await store().commit(ofEachKind.toReversed());
      const first = await kept();
      expect(first.toSorted()).toEqual(asKept(ofEachKind).toSorted());
      const kinds = (await snapshot()).map(({ kind }) => kind);
      expect(kinds).toEqual(CHANGE_KINDS.filter((kind) => kinds.includes(kind)));
      await restart();
      expect(await kept()).toEqual(first);
    });

    it('has the latest version of a record and every correction and activity, across months', async () => {
      const receipt = { status: 'done', leaseUntil: null, message: null, activityId: 'c1|1' } as const;
      const changed = [
        feedbackChange({ version: 2, state: 'closed' }),
        stateChange('conversation/1', { step: 3 }),
        receiptChange(receipt),
        aliasChange({ version: 2, code: null }),
      ];
      const added = [
        activityChange('c1', 2, { at: LATER }),
        correctionChange({ number: 2, recordedAt: LATER }),
      ];
      await store().commit(ofEachKind);
      turnTo(LATER);
      await restart();
      await store().commit([...changed, ...added]);
      const stays = ofEachKind.filter(({ kind }) => !changed.some((change) => change.kind === kind));
      expect((await kept()).toSorted()).toEqual(asKept([...changed, ...added, ...stays]).toSorted());
      await restart();
      expect(await snapshot()).toHaveLength(ofEachKind.length + added.length);
    });

    it('is oldest first, a conversation by its sequence', async () => {
      const moments = ['2026-11-20T03:00:00.000Z', '2026-09-01T03:00:00.000Z', '2026-11-01T03:00:00.000Z'];
      await store().commit(
        moments.flatMap((at, index) => [
          surveyChange({ id: `s${String(index)}`, receivedAt: at }),
          auditChange({ id: `a${String(index)}`, at }),
        ]),
      );
      for (const [conversation, sequence] of [
        ['c1', 1],
        ['c2', 1],
        ['c1', 2],
        ['c2', 2],
        ['c1', 3],
      ] as const) {
        await store().commit([activityChange(conversation, sequence)]);
        if (sequence === 2) turnTo(LATER);
      }
      const changes = await snapshot();
      expect(changes.flatMap((one) => (one.kind === 'survey' ? [one.record.id] : []))).toEqual([
        's1',
        's2',
        's0',
      ]);
      expect(changes.flatMap((one) => (one.kind === 'audit' ? [one.record.id] : []))).toEqual([
        'a1',
        'a2',
        'a0',
      ]);
      const logged = changes.flatMap((one) => (one.kind === 'activity' ? [one.record] : []));
      const sequences = (id: string) =>
        logged.flatMap(({ conversationId, sequence }) => (conversationId === id ? [sequence] : []));
      expect([sequences('c1'), sequences('c2')]).toEqual([
        [1, 2, 3],
        [1, 2],
      ]);
    });

    it('leaves deleted state out', async () => {
      await store().commit([stateChange('a', { n: 1 }), stateChange('b', { n: 2 })]);
      turnTo(LATER);
      await restart();
      await store().commit([stateChange('a', null)]);
      expect(await snapshot()).toEqual([stateChange('b', { n: 2 })]);
    });

    it('has the tombstone of what was erased, before everything else', async () => {
      await store().commit([feedbackChange(), activityChange('c1', 1), activityChange('c1', 2)]);
      turnTo(LATER);
      await restart();
      const erasures = [erasureChange('feedback', 'PA-4P99-999V', 1), erasureChange('conversation', 'c1', 2)];
      await store().commit(erasures);
      await store().commit([activityChange('c1', 3)]);
      const left = asKept([...erasures, activityChange('c1', 3)]);
      expect((await kept()).toSorted()).toEqual(left.toSorted());
      expect((await snapshot()).map(({ kind }) => kind)).toEqual(['erasure', 'erasure', 'activity']);
      await restart();
      expect((await kept()).toSorted()).toEqual(left.toSorted());
    });

    it('is of one moment while commits go on', async () => {
      const pairOf = (index: number): Change[] => [
        feedbackChange({ code: `f${String(index)}` }),
        dossierChange({ code: `d${String(index)}` }),
        questionChange({ id: `q${String(index)}` }),
      ];
      for (let index = 0; index < 5; index += 1) await store().commit(pairOf(index));
      await store().commit([activityChange('c1', 1), activityChange('c1', 2)]);
      const counts = new Map<string, number>();
      let next = 5;
      for await (const { kind } of store().snapshot()) {
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        await store().commit([
          ...pairOf(next),
          feedbackChange({ code: 'f0', version: next - 3, text: 'sửa' }),
        ]);
        if (next === 6) await store().commit([erasureChange('conversation', 'c1', 2)]);
        next += 1;
      }
      expect(Object.fromEntries(counts)).toEqual({ feedback: 5, dossier: 5, activity: 2, question: 5 });
      expect(await snapshot()).toHaveLength(3 * next + 1);
    });
  });

  describe('what was kept elsewhere', () => {
    const elsewhere: Change[] = [
      ...ofEachKind,
      feedbackChange({ code: 'PA-4P99-999W', version: 7, state: 'answered' }),
      dossierChange({ code: 'H26.15-250105-0001', version: 3, receivedAt: '2025-01-05T03:00:00.000Z' }),
      activityChange('c1', 4),
      activityChange('c1', 5),
      correctionChange({ number: 2 }),
      auditChange({ id: 'audit-2' }),
    ];

    it('is taken with its versions as they are, and counts on from there', async () => {
      await store().load(elsewhere);
      await restart();
      expect((await kept()).toSorted()).toEqual(asKept(elsewhere).toSorted());
      expect(await store().feedback.find('PA-4P99-999W')).toMatchObject({ version: 7 });
      expect(await store().activities.lastSequence('c1')).toBe(5);
      expect(await listOf(store().feedback.open())).toHaveLength(2);
      await store().commit([feedbackChange({ code: 'PA-4P99-999W', version: 8 }), activityChange('c1', 6)]);
      const again = store().commit([feedbackChange({ code: 'PA-4P99-999W', version: 8 })]);
      await expect(again).rejects.toMatchObject({ code: 'store.conflict' });
    });

    it('changes nothing when it comes again, in other lists too', async () => {
      await store().load(elsewhere.slice(0, 12));
      turnTo(LATER);
      await restart();
      for (const from of [0, 5, 10]) await store().load(elsewhere.slice(from, from + 8));
      await store().load(elsewhere);
      await restart();
      expect((await kept()).toSorted()).toEqual(asKept(elsewhere).toSorted());
    });

    it('keeps erased what was erased there', async () => {
      const erased = [erasureChange('feedback', 'PA-4P99-999V', 2), erasureChange('conversation', 'c1', 5)];
      await store().load(erased);
      await store().load([activityChange('c1', 6)]);
      await store().load([...erased, activityChange('c1', 6)]);
      turnTo(LATER);
      await restart();
      expect((await kept()).toSorted()).toEqual(asKept([...erased, activityChange('c1', 6)]).toSorted());
      expect(await store().erasures.find('feedback', 'PA-4P99-999V')).toMatchObject({ version: 2 });
      const again = store().commit([feedbackChange()]);
      await expect(again).rejects.toMatchObject({ code: 'store.conflict' });
      expect(await store().activities.lastSequence('c1')).toBe(6);
      await store().load([erasureChange('conversation', 'c2', 4)]);
      expect(await store().activities.lastSequence('c2')).toBe(4);
    });

    it('does not put an earlier version over a later one', async () => {
      await store().load([dossierChange({ version: 3 })]);
      await store().load([dossierChange({ version: 2, unit: 'cũ' })]);
      expect(await store().dossiers.find('H26.15-261105-0001')).toMatchObject({ version: 3 });
    });

    it('is refused whole when a change of it does not fit its schema', async () => {
      const wrong = surveyChange({ scores: { ...surveyChange().record.scores, access: 6 } });
      await expect(store().load([feedbackChange(), wrong])).rejects.toThrow();
      expect(await snapshot()).toEqual([]);
    });

    it('is refused once the store is closed', async () => {
      await store().close();
      await expect(store().load([surveyChange()])).rejects.toMatchObject({ code: 'store.unavailable' });
      await restart();
    });
  });
};
