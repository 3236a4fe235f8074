import { beforeAll, describe, expect, it } from 'vitest';
import { createDemoData } from '../../cli/demo-data.js';
import type { DemoData } from '../../cli/demo-data.js';
import { DOSSIER_STATUSES } from '../../data/dossiers/dossier.js';
import type { Dossier } from '../../data/dossiers/dossier.js';
import { dossierTiming } from '../../data/dossiers/lateness/dossier-timing.js';
import { readDossierCode } from '../../data/dossiers/dossier-code.js';
import { FeedbackState } from '../../data/feedback/feedback.js';
import type { Feedback } from '../../data/feedback/feedback.js';
import { matchesPin } from '../../data/feedback/pin.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { systemRandomness } from '../../data/randomness.js';
import type { Store } from '../../data/store.js';
import type { SurveyResponse } from '../../data/surveys/survey-response.js';
import { createMemoryStore } from '../support/memory-store.js';
import { lateOn } from '../support/office-due-dates.js';

const EVER = { from: '2000-01-01', to: '2100-01-01' };
const now = new Date('2026-11-22T05:00:00.000Z');
let data: DemoData;
let store: Store;
const dossiers: Dossier[] = [];
const feedback: Feedback[] = [];
const surveys: SurveyResponse[] = [];

beforeAll(async () => {
  data = await createDemoData({ clock: { now: () => now }, random: systemRandomness });
  store = createMemoryStore();
  for (const changes of data.commits) await store.commit(changes);
  for await (const one of store.dossiers.stream(EVER)) dossiers.push(one);
  for await (const one of store.feedback.stream(EVER)) feedback.push(one);
  for await (const one of store.surveys.stream(EVER)) surveys.push(one);
});

describe('the sample data', () => {
  it('has dossiers in all ten statuses and one that is late, of procedures that exist', () => {
    expect(dossiers.length).toBeGreaterThanOrEqual(12);
    expect(new Set(dossiers.map(({ status }) => status))).toEqual(new Set(DOSSIER_STATUSES));
    expect(
      dossiers.filter((dossier) => dossierTiming(dossier, lateOn('2026-11-22')).state === 'overdue'),
    ).toHaveLength(1);
    for (const { code, procedureCode } of dossiers) {
      expect(readDossierCode(code)).toBe(code);
      expect(loadCatalogue().find(procedureCode ?? '')).not.toBeNull();
    }
  });

  it('has twenty feedback in every state, of the past only', () => {
    expect(feedback).toHaveLength(20);
    expect(new Set(feedback.map(({ state }) => state))).toEqual(new Set(FeedbackState.options));
    for (const { history } of feedback)
      for (const { at } of history) expect(Date.parse(at)).toBeLessThanOrEqual(now.getTime());
  });

  it('has sixty survey replies over three months', () => {
    expect(surveys).toHaveLength(60);
    expect(new Set(surveys.map(({ receivedAt }) => receivedAt.slice(0, 7))).size).toBeGreaterThanOrEqual(3);
  });

  it('says of itself that it is a sample wherever a text is shown', () => {
    for (const { procedureName } of dossiers) expect(procedureName).toContain('HỒ SƠ MẪU');
    for (const { text, history } of feedback)
      for (const shown of [text, ...history.map((event) => event.text)])
        expect(shown ?? '[DỮ LIỆU MẪU]').toContain('[DỮ LIỆU MẪU]');
    for (const { comment } of surveys) expect(comment ?? '[DỮ LIỆU MẪU]').toContain('[DỮ LIỆU MẪU]');
  });

  it('names a dossier and a feedback that can be looked up', async () => {
    const dossier = await store.dossiers.find(data.dossier.code);
    expect(dossier?.phoneLast4).toBe(data.dossier.phoneLast4);
    const shown = await store.feedback.find(data.feedback.code);
    expect(shown && (await matchesPin(shown, data.feedback.pin))).toBe(true);
  });
});
