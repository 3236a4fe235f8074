import { describe, expect, it } from 'vitest';
import { auditChange, dossierChange, feedbackChange, listOf, surveyChange } from '../records.js';
import type { Contract } from '../store-contract.js';

export const describeLists = ({ store, restart, turnTo }: Contract): void => {
  const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
  const EVER = { from: '2020-01-01', to: '2035-12-31' };
  describe('streams', () => {
    it('give the days of the office, both ends included, oldest first', async () => {
      const days = ['2026-10-31T16:59:59.999Z', '2026-11-30T16:59:59.999Z', '2026-10-31T17:00:00.000Z'];
      days.push('2026-11-30T17:00:00.000Z', '2026-11-15T01:00:00.000Z');
      await store().commit(
        days.map((receivedAt, index) => surveyChange({ id: `s${String(index)}`, receivedAt })),
      );
      const inNovember = ['s2', 's4', 's1'];
      expect((await listOf(store().surveys.stream(NOVEMBER))).map(({ id }) => id)).toEqual(inNovember);
      await restart();
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
      expect((await listOf(store().feedback.open(['inProgress']))).map(({ code }) => code)).toEqual(['late']);
      expect(await listOf(store().feedback.open(['closed']))).toEqual([]);
    });

    it('drops what is closed and takes back what is reopened, in any later month', async () => {
      await store().commit([feedbackChange()]);
      turnTo('2026-12-20T03:00:00.000Z');
      await restart();
      await store().commit([feedbackChange({ version: 2, state: 'closed' })]);
      expect(await listOf(store().feedback.open())).toEqual([]);
      turnTo('2027-01-20T03:00:00.000Z');
      await restart();
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
};
