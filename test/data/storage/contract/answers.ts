import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { aGivenAnswer, answerChange } from '../../../support/given-answer.js';
import { erasureChange, listOf } from '../records.js';
import type { Contract } from '../store-contract.js';

const EVER = { from: '2020-01-01', to: '2035-12-31' };
const LATER = '2026-12-20T03:00:00.000Z';

export const describeAnswers = ({ store, restart, turnTo }: Contract): void => {
  describe('answers that were given', () => {
    it('are found by their code, whole, across months and restarts', async () => {
      const given = aGivenAnswer();
      await store().commit([answerChange(), answerChange({ code: 'TL-222-222-222' })]);
      turnTo(LATER);
      await restart();
      await store().commit([answerChange({ code: 'TL-333-333-333', at: LATER })]);
      await restart();
      expect(await store().answers.find(given.code)).toEqual(given);
      expect(await store().answers.find('TL-333-333-333')).toMatchObject({ at: LATER });
      expect(await store().answers.find('TL-999-999-999')).toBeNull();
    });

    it('may be written again by many who are told the same at once', async () => {
      const { record } = answerChange();
      await Promise.all(Array.from({ length: 5 }, () => store().commit([answerChange()])));
      await store().commit([answerChange()]);
      expect(await store().answers.find(record.code)).toEqual(aGivenAnswer());
      const kept: unknown[] = [];
      for await (const change of store().snapshot()) if (change.kind === 'answer') kept.push(change.record);
      expect(kept).toEqual([record]);
    });

    it('are listed by the day they were first given, as they are kept', async () => {
      const [first, second] = [answerChange(), answerChange({ code: 'TL-333-333-333', at: LATER })];
      await store().commit([second, first]);
      const codes = async (from: string, to: string) =>
        (await listOf(store().answers.stream({ from, to }))).map(({ code }) => code);
      expect(await listOf(store().answers.stream(EVER))).toEqual([first.record, second.record]);
      expect(await codes('2026-11-05', '2026-12-19')).toEqual([first.record.code]);
      expect(await codes('2026-11-06', '2026-12-20')).toEqual([second.record.code]);
    });

    it('may be erased and are then as if they had never been, until they are given again', async () => {
      const { code } = aGivenAnswer();
      await store().commit([answerChange(), answerChange({ code: 'TL-222-222-222' })]);
      turnTo(LATER);
      await restart();
      await store().purge();
      await store().commit([erasureChange('answer', code, 0), erasureChange('answer', 'TL-999-999-999', 0)]);
      const left = async () => (await listOf(store().answers.stream(EVER))).map((one) => one.code);
      expect([await store().answers.find(code), await left()]).toEqual([null, ['TL-222-222-222']]);
      await store().purge();
      await restart();
      expect([await store().answers.find(code), await left()]).toEqual([null, ['TL-222-222-222']]);
      await store().commit([answerChange()]);
      expect(await store().answers.find(code)).toEqual(aGivenAnswer());
    });

    it.each([
      [
        'part of what was said is missing',
        deflateRawSync(JSON.stringify({ day: '2026-11-05' })).toString('base64'),
      ],
      ['it is not what was packed', 'AAAA'],
    ])('are damaged, and not shown in part, when %s', async (_what, said) => {
      const { record } = answerChange();
      await store().commit([{ kind: 'answer', record: { ...record, said } }]);
      await expect(store().answers.find(record.code)).rejects.toMatchObject({ code: 'store.damaged' });
    });
  });
};
