import { describe, expect, it } from 'vitest';
import { systemRandomness } from '../../../data/randomness.js';
import { recordSurvey } from '../../../data/surveys/record-survey.js';
import type { SurveyDraft } from '../../../data/surveys/record-survey.js';
import { createMemoryStore } from '../../support/memory-store.js';

const deps = { clock: { now: () => new Date('2026-11-22T02:00:00.000Z') }, random: systemRandomness };

const draft: SurveyDraft = {
  channel: 'chat',
  locale: 'vi',
  phase: 'result',
  dossierCode: 'H56.12-261101-0001',
  procedureCode: null,
  scores: { access: 5, procedure: 4, staff: 5, result: 3, feedbackHandling: null },
  overall: null,
  comment: null,
};

describe('recording a survey reply', () => {
  it('counts one reply for a dossier and phase: the second is refused by the store', async () => {
    const store = createMemoryStore();
    await store.commit([{ kind: 'survey', record: recordSurvey(draft, deps) }]);
    const again = store.commit([{ kind: 'survey', record: recordSurvey(draft, deps) }]);
    await expect(again).rejects.toMatchObject({ code: 'store.conflict' });
  });

  it('keeps the phases of a dossier and different dossiers apart', () => {
    const ids = [
      recordSurvey(draft, deps),
      recordSurvey({ ...draft, phase: 'reception' }, deps),
      recordSurvey({ ...draft, dossierCode: 'H56.12-261101-0002' }, deps),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });

  it('counts every reply that names no dossier', () => {
    const anonymous = { ...draft, dossierCode: null };
    expect(recordSurvey(anonymous, deps).id).not.toBe(recordSurvey(anonymous, deps).id);
  });

  it('refuses a score outside 1 to 5', () => {
    expect(() => recordSurvey({ ...draft, scores: { ...draft.scores, staff: 6 } }, deps)).toThrow();
  });
});
