import { describe, expect, it } from 'vitest';
import {
  activityChange,
  auditChange,
  dossierChange,
  feedbackChange,
  listOf,
  receiptChange,
  stateChange,
  surveyChange,
} from '../records.js';
import type { Contract } from '../store-contract.js';

export const describeCommits = ({ store, restart, turnTo }: Contract): void => {
  const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
  const EVER = { from: '2020-01-01', to: '2035-12-31' };
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
      await restart();
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
      await restart();
      expect(await store().surveys.find('survey-1')).toBeNull();
      expect(await store().state.read(['k'])).toEqual({});
      expect(await store().activities.lastSequence('c1')).toBe(0);
      expect(await listOf(store().audit.stream(EVER))).toEqual([]);
      expect(await store().feedback.find('PA-4P99-999V')).toMatchObject({
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
      turnTo('2027-01-20T03:00:00.000Z');
      await restart();
      await expect(store().commit([feedbackChange()])).rejects.toMatchObject({ code: 'store.conflict' });
      await store().commit([
        feedbackChange({ version: 2, state: 'answered' }),
        dossierChange({ version: 2, status: 'returned' }),
      ]);
      expect(await store().feedback.find('PA-4P99-999V')).toMatchObject({ version: 2, state: 'answered' });
      turnTo('2027-02-20T03:00:00.000Z');
      await restart();
      await store().commit([feedbackChange({ version: 3, state: 'closed' })]);
      expect(await store().feedback.find('PA-4P99-999V')).toMatchObject({ version: 3, state: 'closed' });
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
};
