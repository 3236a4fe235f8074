import { describe, expect, it } from 'vitest';
import {
  activityChange,
  feedbackChange,
  listOf,
  receiptChange,
  stateChange,
  surveyChange,
} from '../records.js';
import type { Contract } from '../store-contract.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
const CONFLICT = { code: 'store.conflict' };

export const describeHardCases = ({ store, restart }: Contract): void => {
  describe('a conversation', () => {
    it.each([
      ['a sequence that is taken', 2],
      ['an earlier one', 1],
      ['one that leaves a gap', 4],
    ])('refuses %s, with all that comes with it', async (_what, sequence) => {
      await store().commit([activityChange('c1', 1), activityChange('c1', 2)]);
      const late = store().commit([stateChange('c1', { stale: true }), activityChange('c1', sequence)]);
      await expect(late).rejects.toMatchObject(CONFLICT);
      await restart();
      expect(await store().state.read(['c1'])).toEqual({});
      expect(await store().activities.lastSequence('c1')).toBe(2);
    });

    it('begins with 1', async () => {
      await expect(store().commit([activityChange('c1', 2)])).rejects.toMatchObject(CONFLICT);
    });

    it('takes one of two turns that began from the same message', async () => {
      await store().commit([activityChange('c1', 1)]);
      const turns = ['one', 'other'].map((turn) =>
        store().commit([stateChange('c1', { turn }), activityChange('c1', 2), activityChange('c1', 3)]),
      );
      const outcomes = await Promise.allSettled(turns);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const turn = outcomes[0]?.status === 'fulfilled' ? 'one' : 'other';
      expect(await store().state.read(['c1'])).toEqual({ c1: { turn } });
      expect(await store().activities.lastSequence('c1')).toBe(3);
    });
  });

  describe('what is typed', () => {
    it('comes back letter for letter, also long and in decomposed marks', async () => {
      const text = 'Hồ sơ của tôi đã trễ hẹn nhiều ngày. '.normalize('NFD').repeat(100).slice(0, 5_000);
      await store().commit([feedbackChange({ text })]);
      await restart();
      expect((await store().feedback.find('PA-4P99-999V'))?.text).toBe(text);
    });

    it('may hold what no text should', async () => {
      const odd = 'trước\u0000sau \ud83d \\u0000 \\0 ’";--';
      const activity = { type: 'message', text: odd, [odd]: null };
      await store().commit([
        stateChange('k', { [odd]: [odd] }),
        activityChange('c1', 1, { activity }),
        feedbackChange({ text: odd }),
      ]);
      await restart();
      expect(await store().state.read(['k'])).toEqual({ k: { [odd]: [odd] } });
      expect(await store().activities.since('c1', 0)).toMatchObject([{ activity }]);
      expect(await store().feedback.find('PA-4P99-999V')).toMatchObject({ text: odd });
      expect(await listOf(store().snapshot())).toHaveLength(3);
    });

    it('may be part of a key', async () => {
      const keys = ['a\u0000b', 'a\\0b', 'a\\\\0b', 'a\u0000', 'a', 'A', 'a '];
      await store().commit(
        keys.flatMap((key) => [
          stateChange(key, { key }),
          receiptChange({ id: key }),
          activityChange(key, 1),
          surveyChange({ id: key }),
        ]),
      );
      await restart();
      expect(await store().state.read(keys)).toEqual(Object.fromEntries(keys.map((key) => [key, { key }])));
      for (const key of keys) {
        expect(await store().receipts.find(key)).toMatchObject({ id: key });
        expect(await store().surveys.find(key)).toMatchObject({ id: key });
        expect(await store().activities.since(key, 0)).toMatchObject([{ conversationId: key }]);
      }
    });
  });

  it('finishes two hundred commits that come at once', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `s${String(index)}`);
    await Promise.all(
      ids.map((id) => store().commit([surveyChange({ id }), activityChange(id, 1), stateChange(id, { id })])),
    );
    expect((await listOf(store().surveys.stream(EVER))).map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(Object.keys(await store().state.read(ids))).toHaveLength(200);
  });

  it('finishes commits that want the same keys in opposite order', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `k${String(index)}`);
    const write = (order: string[], n: number) => store().commit(order.map((key) => stateChange(key, { n })));
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(n % 2 === 0 ? keys : keys.toReversed(), n)));
    const states = Object.values(await store().state.read(keys));
    expect(states).toHaveLength(keys.length);
    expect(new Set(states.map(({ n }) => n)).size).toBe(1);
  });

  it('streams more rows than it holds at a time, as they were when it began', async () => {
    const ids = Array.from({ length: 1_200 }, (_, index) => `s${String(index).padStart(4, '0')}`);
    await store().commit(ids.map((id) => surveyChange({ id })));
    const streamed: string[] = [];
    for await (const { id } of store().surveys.stream(EVER)) {
      if (streamed.length === 0) await store().commit([surveyChange({ id: 's9999' })]);
      streamed.push(id);
    }
    expect(streamed.sort()).toEqual(ids);
  });
};
