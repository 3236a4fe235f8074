import { describe, expect, it } from 'vitest';
import {
  activityChange,
  erasureChange,
  listOf,
  receiptChange,
  stateChange,
  surveyChange,
} from '../records.js';
import type { Contract } from '../store-contract.js';

export const describeConversations = ({ store, restart, turnTo }: Contract): void => {
  describe('state', () => {
    it('reads the keys that exist and only those', async () => {
      await store().commit([stateChange('a', { n: 1 }), stateChange('b', {})]);
      expect(await store().state.read(['a', 'b', 'c'])).toEqual({ a: { n: 1 }, b: {} });
    });

    it('keeps the last value, also across a month’s end', async () => {
      await store().commit([stateChange('a', { n: 1 })]);
      turnTo('2026-12-01T00:00:00.000Z');
      await store().commit([stateChange('a', { n: 2 }), stateChange('b', { n: 3 })]);
      await restart();
      expect(await store().state.read(['a', 'b'])).toEqual({ a: { n: 2 }, b: { n: 3 } });
    });

    it('is listed by how its keys begin, in its latest form, across months', async () => {
      const under = async (prefix: string) =>
        Object.fromEntries((await listOf(store().state.under(prefix))).map(({ key, value }) => [key, value]));
      await store().commit([
        stateChange('a%:1', { n: 1 }),
        stateChange('a%:2', { n: 1 }),
        stateChange('a%:3', { n: 1 }),
        stateChange('ab:1', { n: 1 }),
        stateChange('b a%:1', { n: 1 }),
      ]);
      turnTo('2026-12-20T03:00:00.000Z');
      await restart();
      await store().commit([stateChange('a%:1', { n: 2 }), stateChange('a%:2', null)]);
      expect(await under('a%:')).toEqual({ 'a%:1': { n: 2 }, 'a%:3': { n: 1 } });
      expect(await under('none')).toEqual({});
      await store().purge();
      expect(await under('a%:')).toEqual({ 'a%:1': { n: 2 }, 'a%:3': { n: 1 } });
    });

    it('forgets a key that is set to null, also in a later month', async () => {
      await store().commit([stateChange('a', { n: 1 })]);
      turnTo('2026-12-01T00:00:00.000Z');
      await restart();
      await store().commit([stateChange('a', null)]);
      expect(await store().state.read(['a'])).toEqual({});
      await restart();
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
      turnTo('2026-11-30T23:59:00.000Z');
      await store().commit([activityChange('c1', 3, { at: '2026-11-30T23:59:00.000Z' })]);
      turnTo('2026-12-01T00:01:00.000Z');
      await restart();
      await store().commit([activityChange('c1', 4, { at: '2026-12-01T00:01:00.000Z' })]);
      expect(await sequences(0)).toEqual([1, 2, 3, 4]);
      expect(await sequences(3)).toEqual([4]);
      await restart();
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
      await restart();
      expect(await store().receipts.find('sms:1')).toMatchObject({ status: 'done', activityId: 'a1' });
      expect(await store().receipts.find('sms:2')).toBeNull();
      expect(await store().receipts.abandoned(new Date('2027-01-01'))).toEqual([]);
    });

    it.each(['answered', 'done'] as const)('are not taken again once they are %s', async (status) => {
      const taken = receiptChange();
      const later = receiptChange({ status, message: { to: '0912', text: 'Mã PA' } });
      const conflict = { code: 'store.conflict' };
      await expect(store().commit([later, taken])).rejects.toMatchObject(conflict);
      expect(await store().receipts.find('sms:1')).toBeNull();
      await store().commit([taken]);
      await store().commit([receiptChange({ leaseUntil: '2026-11-05T03:02:00.000Z' }), later]);
      await expect(store().commit([surveyChange(), taken])).rejects.toMatchObject(conflict);
      turnTo('2026-12-20T03:00:00.000Z');
      await restart();
      await store().purge();
      await expect(store().commit([taken])).rejects.toMatchObject(conflict);
      await store().load([taken]);
      expect(await store().receipts.find('sms:1')).toEqual(later.record);
      expect(await store().surveys.find('survey-1')).toBeNull();
      await store().commit([later]);
      await store().commit([erasureChange('receipt', 'sms:1', 0), taken]);
      expect(await store().receipts.find('sms:1')).toEqual(taken.record);
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
      await restart();
      expect((await abandoned('2026-12-05T03:30:00.000Z')).sort()).toEqual(['due', 'later']);
    });

    it('are abandoned too while what was answered has not left', async () => {
      const answered = {
        status: 'answered',
        leaseUntil: '2026-11-05T03:30:00.000Z',
        activityId: 'a1',
      } as const;
      await store().commit([receiptChange()]);
      await store().commit([receiptChange({ ...answered, message: { to: '0912', text: 'Mã PA' } })]);
      await restart();
      const [receipt] = await store().receipts.abandoned(new Date('2026-11-05T03:30:00.000Z'));
      expect(receipt).toMatchObject({ status: 'answered', message: { text: 'Mã PA' } });
      await store().commit([receiptChange({ status: 'done', leaseUntil: null, message: null })]);
      expect(await store().receipts.abandoned(new Date('2027-01-01'))).toEqual([]);
    });
  });
};
