import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../../data/clock.js';
import type { Store } from '../../../data/store.js';
import {
  activityChange,
  auditChange,
  dossierChange,
  feedbackChange,
  listOf,
  receiptChange,
  stateChange,
  surveyChange,
} from './records.js';

/** A store the contract can close and open again. */
export interface StoreUnderTest {
  store(): Store;
  /** Closes and opens again what is kept. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

export type OpenStore = (clock: Clock) => Promise<StoreUnderTest>;

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const EVER = { from: '2020-01-01', to: '2035-12-31' };

/** What every implementation of the port promises. */
export const describeStore = (name: string, openStore: OpenStore): void => {
  describe(name, () => {
    let now = new Date('2026-11-05T03:00:00.000Z');
    let opened: StoreUnderTest;
    const store = () => opened.store();

    beforeEach(async () => {
      now = new Date('2026-11-05T03:00:00.000Z');
      opened = await openStore({ now: () => now });
    });
    afterEach(() => opened.remove());

    describe('commit', () => {
      it('keeps every kind of change and serves it after a restart', async () => {
        const [feedback, survey, dossier] = [feedbackChange(), surveyChange(), dossierChange()];
        const state = { step: 2, answers: ['một', null], nested: { due: true } };
        await store().commit([
          feedback,
          survey,
          dossier,
          stateChange('conversation/1', state),
          activityChange('c1', 1),
          receiptChange(),
          auditChange(),
        ]);
        await opened.restart();
        expect(await store().feedback.find(feedback.record.code)).toEqual(feedback.record);
        expect(await store().surveys.find(survey.record.id)).toEqual(survey.record);
        expect(await store().dossiers.find(dossier.record.code)).toEqual(dossier.record);
        expect(await store().state.read(['conversation/1'])).toEqual({ 'conversation/1': state });
        expect(await store().activities.since('c1', 0)).toMatchObject([{ sequence: 1 }]);
        expect(await store().receipts.find('sms:1')).toMatchObject({ status: 'taken' });
        expect(await listOf(store().audit.stream(NOVEMBER))).toMatchObject([{ id: 'audit-1' }]);
      });

      it('takes an empty list', async () => {
        await expect(store().commit([])).resolves.toBeUndefined();
      });

      it('writes nothing of a list when one change of it is in conflict', async () => {
        await store().commit([feedbackChange()]);
        const refused = store().commit([
          surveyChange(),
          stateChange('k', { step: 1 }),
          activityChange('c1', 1),
          auditChange(),
          feedbackChange({ version: 1, text: 'Ghi đè' }),
        ]);
        await expect(refused).rejects.toMatchObject({ name: 'DomainError', code: 'store.conflict' });
        await opened.restart();
        expect(await store().surveys.find('survey-1')).toBeNull();
        expect(await store().state.read(['k'])).toEqual({});
        expect(await store().activities.lastSequence('c1')).toBe(0);
        expect(await listOf(store().audit.stream(EVER))).toEqual([]);
        expect(await store().feedback.find('PA-3M7K-HM4X')).toMatchObject({
          text: 'Hồ sơ của tôi trễ hẹn ba ngày.',
        });
      });

      it('leaves a refused list no claim on its versions', async () => {
        await store().commit([feedbackChange()]);
        await expect(store().commit([surveyChange(), feedbackChange()])).rejects.toThrow();
        await expect(store().commit([surveyChange()])).resolves.toBeUndefined();
      });

      it('refuses a change that does not fit its schema and writes nothing', async () => {
        const wrong = surveyChange({ scores: { ...surveyChange().record.scores, access: 6 } });
        await expect(store().commit([stateChange('k', { step: 1 }), wrong])).rejects.toThrow();
        expect(await store().state.read(['k'])).toEqual({});
      });

      it.each([
        ['a new record with version 2', [2]],
        ['the stored version again', [1, 1]],
        ['a version that leaves one out', [1, 3]],
      ])('refuses %s', async (_what, versions) => {
        for (const version of versions.slice(0, -1)) await store().commit([dossierChange({ version })]);
        const last = store().commit([dossierChange({ version: versions.at(-1) ?? 0 })]);
        await expect(last).rejects.toMatchObject({ code: 'store.conflict' });
      });

      it('takes two versions of a record in one list, in their order', async () => {
        await store().commit([surveyChange(), surveyChange({ version: 2, comment: null })]);
        expect(await store().surveys.find('survey-1')).toMatchObject({ version: 2, comment: null });
      });

      it('lets one of many through that continue the same version at once', async () => {
        await store().commit([dossierChange()]);
        const writers = Array.from({ length: 20 }, (_, writer) =>
          store().commit([dossierChange({ version: 2, unit: `Tổ ${String(writer)}` })]),
        );
        const outcomes = await Promise.allSettled(writers);
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
        expect(await store().dossiers.find('H26.15-261105-0001')).toMatchObject({
          version: 2,
          unit: `Tổ ${String(winner)}`,
        });
      });

      it('counts versions on from what was filed in an earlier month', async () => {
        await store().commit([feedbackChange(), dossierChange()]);
        now = new Date('2027-01-20T03:00:00.000Z');
        await opened.restart();
        await expect(store().commit([feedbackChange()])).rejects.toMatchObject({ code: 'store.conflict' });
        await store().commit([
          feedbackChange({ version: 2, state: 'answered' }),
          dossierChange({ version: 2, status: 'returned' }),
        ]);
        expect(await store().feedback.find('PA-3M7K-HM4X')).toMatchObject({ version: 2, state: 'answered' });
        now = new Date('2027-02-20T03:00:00.000Z');
        await opened.restart();
        await store().commit([feedbackChange({ version: 3, state: 'closed' })]);
        expect(await store().feedback.find('PA-3M7K-HM4X')).toMatchObject({ version: 3, state: 'closed' });
        expect(await listOf(store().feedback.stream(NOVEMBER))).toMatchObject([{ version: 3 }]);
        expect(await listOf(store().dossiers.stream(EVER))).toMatchObject([{ version: 2 }]);
      });

      it('does not let the caller change what is kept', async () => {
        const state = { answers: ['một'] };
        await store().commit([stateChange('k', state)]);
        state.answers.push('hai');
        const read = await store().state.read(['k']);
        Object.assign(read['k'] ?? {}, { answers: [] });
        expect(await store().state.read(['k'])).toEqual({ k: { answers: ['một'] } });
      });
    });

    describe('streams', () => {
      it('give the days of the office, both ends included, oldest first', async () => {
        const days = ['2026-10-31T16:59:59.999Z', '2026-11-30T16:59:59.999Z', '2026-10-31T17:00:00.000Z'];
        days.push('2026-11-30T17:00:00.000Z', '2026-11-15T01:00:00.000Z');
        await store().commit(
          days.map((receivedAt, index) => surveyChange({ id: `s${String(index)}`, receivedAt })),
        );
        const inNovember = ['s2', 's4', 's1'];
        expect((await listOf(store().surveys.stream(NOVEMBER))).map(({ id }) => id)).toEqual(inNovember);
        await opened.restart();
        expect((await listOf(store().surveys.stream(NOVEMBER))).map(({ id }) => id)).toEqual(inNovember);
      });

      it('put a record committed late in its place in time', async () => {
        for (const [id, receivedAt] of [
          ['b', '2026-11-10T03:00:00.000Z'],
          ['d', '2026-11-20T03:00:00.000Z'],
          ['a', '2026-10-01T03:00:00.000Z'],
          ['c', '2026-11-15T03:00:00.000Z'],
          ['e', '2026-12-01T03:00:00.000Z'],
        ] as const)
          await store().commit([surveyChange({ id, receivedAt })]);
        expect((await listOf(store().surveys.stream(EVER))).map(({ id }) => id).join('')).toBe('abcde');
      });

      it('follow a record whose time of reception was corrected', async () => {
        await store().commit([dossierChange(), dossierChange({ code: 'other' })]);
        await store().commit([dossierChange({ version: 2, receivedAt: '2026-09-30T03:00:00.000Z' })]);
        expect((await listOf(store().dossiers.stream(NOVEMBER))).map(({ code }) => code)).toEqual(['other']);
        const september = { from: '2026-09-30', to: '2026-09-30' };
        expect(await listOf(store().dossiers.stream(september))).toMatchObject([{ version: 2 }]);
        expect(await store().dossiers.find('H26.15-261105-0001')).toMatchObject({ version: 2 });
      });

      it('give audit entries by range', async () => {
        await store().commit([auditChange(), auditChange({ id: 'late', at: '2026-12-01T03:00:00.000Z' })]);
        expect((await listOf(store().audit.stream(NOVEMBER))).map(({ id }) => id)).toEqual(['audit-1']);
        expect((await listOf(store().audit.stream(EVER))).map(({ id }) => id)).toEqual(['audit-1', 'late']);
      });

      it('can be left before their end', async () => {
        await store().commit(
          Array.from({ length: 50 }, (_, index) => surveyChange({ id: `s${String(index)}` })),
        );
        for await (const survey of store().surveys.stream(NOVEMBER)) {
          expect(survey.version).toBe(1);
          break;
        }
        await store().commit([surveyChange({ id: 'another' })]);
        expect(await store().surveys.find('another')).not.toBeNull();
      });
    });

    describe('open work', () => {
      it('lists feedback that is not closed, oldest first, by state when asked', async () => {
        await store().commit([
          feedbackChange({ code: 'late', receivedAt: '2026-11-04T03:00:00.000Z', state: 'inProgress' }),
          feedbackChange({ code: 'early', receivedAt: '2026-10-04T03:00:00.000Z' }),
          feedbackChange({ code: 'closed', state: 'closed' }),
        ]);
        expect((await listOf(store().feedback.open())).map(({ code }) => code)).toEqual(['early', 'late']);
        expect((await listOf(store().feedback.open(['inProgress']))).map(({ code }) => code)).toEqual([
          'late',
        ]);
        expect(await listOf(store().feedback.open(['closed']))).toEqual([]);
      });

      it('drops what is closed and takes back what is reopened, in any later month', async () => {
        await store().commit([feedbackChange()]);
        now = new Date('2026-12-20T03:00:00.000Z');
        await opened.restart();
        await store().commit([feedbackChange({ version: 2, state: 'closed' })]);
        expect(await listOf(store().feedback.open())).toEqual([]);
        now = new Date('2027-01-20T03:00:00.000Z');
        await opened.restart();
        expect(await listOf(store().feedback.open())).toEqual([]);
        await store().commit([feedbackChange({ version: 3, state: 'reopened' })]);
        expect(await listOf(store().feedback.open())).toMatchObject([{ version: 3, state: 'reopened' }]);
      });

      it('lists dossiers until they are returned, refused or stopped', async () => {
        const statuses = ['returned', 'refused', 'stopped', 'finished', 'registered'] as const;
        await store().commit(statuses.map((status) => dossierChange({ code: status, status })));
        const open = await listOf(store().dossiers.open());
        expect(open.map(({ code }) => code).sort()).toEqual(['finished', 'registered']);
      });
    });

    describe('state', () => {
      it('reads the keys that exist and only those', async () => {
        await store().commit([stateChange('a', { n: 1 }), stateChange('b', {})]);
        expect(await store().state.read(['a', 'b', 'c'])).toEqual({ a: { n: 1 }, b: {} });
      });

      it('keeps the last value, also across a month’s end', async () => {
        await store().commit([stateChange('a', { n: 1 })]);
        now = new Date('2026-12-01T00:00:00.000Z');
        await store().commit([stateChange('a', { n: 2 }), stateChange('b', { n: 3 })]);
        await opened.restart();
        expect(await store().state.read(['a', 'b'])).toEqual({ a: { n: 2 }, b: { n: 3 } });
      });

      it('forgets a key that is set to null, also in a later month', async () => {
        await store().commit([stateChange('a', { n: 1 })]);
        now = new Date('2026-12-01T00:00:00.000Z');
        await opened.restart();
        await store().commit([stateChange('a', null)]);
        expect(await store().state.read(['a'])).toEqual({});
        await opened.restart();
        expect(await store().state.read(['a'])).toEqual({});
        await store().commit([stateChange('a', { n: 9 })]);
        expect(await store().state.read(['a'])).toEqual({ a: { n: 9 } });
      });
    });

    describe('activities', () => {
      const sequences = async (watermark: number) =>
        (await store().activities.since('c1', watermark)).map(({ sequence }) => sequence);

      it('come after the watermark, in order, of one conversation only', async () => {
        await store().commit([activityChange('c1', 1), activityChange('c2', 1), activityChange('c1', 2)]);
        await store().commit([activityChange('c1', 3)]);
        expect(await sequences(0)).toEqual([1, 2, 3]);
        expect(await sequences(2)).toEqual([3]);
        expect(await sequences(3)).toEqual([]);
        expect(await store().activities.lastSequence('c1')).toBe(3);
        expect(await store().activities.lastSequence('unknown')).toBe(0);
      });

      it('go on across a month’s end', async () => {
        await store().commit([activityChange('c1', 1), activityChange('c1', 2)]);
        now = new Date('2026-11-30T23:59:00.000Z');
        await store().commit([activityChange('c1', 3, { at: now.toISOString() })]);
        now = new Date('2026-12-01T00:01:00.000Z');
        await opened.restart();
        await store().commit([activityChange('c1', 4, { at: now.toISOString() })]);
        expect(await sequences(0)).toEqual([1, 2, 3, 4]);
        expect(await sequences(3)).toEqual([4]);
        await opened.restart();
        expect(await store().activities.lastSequence('c1')).toBe(4);
      });

      it('are refused when their sequence is taken', async () => {
        await store().commit([activityChange('c1', 1), activityChange('c1', 2)]);
        await expect(store().commit([activityChange('c1', 2)])).rejects.toMatchObject({
          code: 'store.conflict',
        });
        expect(await sequences(0)).toEqual([1, 2]);
      });
    });

    describe('receipts', () => {
      it('go from taken to done', async () => {
        await store().commit([receiptChange()]);
        await store().commit([
          receiptChange({ status: 'done', leaseUntil: null, message: null, activityId: 'a1' }),
        ]);
        await opened.restart();
        expect(await store().receipts.find('sms:1')).toMatchObject({ status: 'done', activityId: 'a1' });
        expect(await store().receipts.find('sms:2')).toBeNull();
        expect(await store().receipts.abandoned(new Date('2027-01-01'))).toEqual([]);
      });

      it('are abandoned from the moment their lease has run out', async () => {
        await store().commit([
          receiptChange({ id: 'later', leaseUntil: '2026-11-05T04:00:00.000Z' }),
          receiptChange({ id: 'due', leaseUntil: '2026-11-05T03:30:00.000Z' }),
          receiptChange({ id: 'done', status: 'done', leaseUntil: null }),
        ]);
        const abandoned = async (at: string) =>
          (await store().receipts.abandoned(new Date(at))).map(({ id }) => id);
        expect(await abandoned('2026-11-05T03:29:59.999Z')).toEqual([]);
        expect(await abandoned('2026-11-05T03:30:00.000Z')).toEqual(['due']);
        await opened.restart();
        expect((await abandoned('2026-12-05T03:30:00.000Z')).sort()).toEqual(['due', 'later']);
      });
    });

    it('reports that it is ready', async () => {
      expect(await store().health()).toEqual({ ready: true });
    });

    it('takes nothing more once it is closed', async () => {
      await store().close();
      await expect(store().commit([surveyChange()])).rejects.toMatchObject({ code: 'store.unavailable' });
      await opened.restart();
      expect(await store().surveys.find('survey-1')).toBeNull();
    });
  });
};
