import { describe, expect, it } from 'vitest';
import { listOf, questionChange } from '../records.js';
import type { Contract } from '../store-contract.js';

export const describeQuestions = ({ store, restart, turnTo }: Contract): void => {
  describe('unanswered questions', () => {
    const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
    const EVER = { from: '2020-01-01', to: '2035-12-31' };
    const ids = async (range = EVER) => (await listOf(store().questions.stream(range))).map(({ id }) => id);

    it('are given by the days of the office, oldest first, across months and restarts', async () => {
      const kept = questionChange({ id: 'b', nearest: ['1.014199'], why: 'rejectedChoices', locale: 'en' });
      await store().commit([kept, questionChange({ id: 'a', at: '2026-10-31T16:59:59.999Z' })]);
      turnTo('2026-12-20T03:00:00.000Z');
      await restart();
      await store().commit([questionChange({ id: 'c', at: '2026-12-20T03:00:00.000Z' })]);
      await restart();
      expect(await ids()).toEqual(['a', 'b', 'c']);
      expect(await listOf(store().questions.stream(NOVEMBER))).toEqual([kept.record]);
    });

    it('are kept once', async () => {
      await store().commit([questionChange()]);
      const again = store().commit([questionChange({ text: 'câu khác' })]);
      await expect(again).rejects.toMatchObject({ code: 'store.conflict' });
      expect(await ids()).toEqual(['question-1']);
    });

    it('are refused when longer than is to be kept', async () => {
      await expect(store().commit([questionChange({ text: 'a'.repeat(301) })])).rejects.toThrow();
      expect(await ids()).toEqual([]);
    });
  });
};
