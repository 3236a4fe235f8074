import { describe, expect, it } from 'vitest';
import { answerChange } from '../../../support/given-answer.js';
import type { Contract } from '../store-contract.js';

export const describeAnswers = ({ store, restart, turnTo }: Contract): void => {
  describe('answers that were given', () => {
    it('are found by their code, whole, across months and restarts', async () => {
      const given = answerChange();
      await store().commit([given, answerChange({ code: 'TL-222-222-222' })]);
      turnTo('2026-12-20T03:00:00.000Z');
      await restart();
      await store().commit([answerChange({ code: 'TL-333-333-333', at: '2026-12-20T03:00:00.000Z' })]);
      await restart();
      expect(await store().answers.find(given.record.code)).toEqual(given.record);
      expect(await store().answers.find('TL-333-333-333')).toMatchObject({ at: '2026-12-20T03:00:00.000Z' });
      expect(await store().answers.find('TL-999-999-999')).toBeNull();
    });

    it('may be written again by many who are told the same at once', async () => {
      const { record } = answerChange();
      await Promise.all(Array.from({ length: 5 }, () => store().commit([answerChange()])));
      await store().commit([answerChange()]);
      expect(await store().answers.find(record.code)).toEqual(record);
      const kept: unknown[] = [];
      for await (const change of store().snapshot()) if (change.kind === 'answer') kept.push(change.record);
      expect(kept).toEqual([record]);
    });

    it('are refused when part of what was said is missing', async () => {
      const { record } = answerChange();
      const broken = { kind: 'answer', record: { ...record, cards: { vi: record.cards.vi } } } as never;
      await expect(store().commit([broken])).rejects.toThrow();
      expect(await store().answers.find(record.code)).toBeNull();
    });
  });
};
