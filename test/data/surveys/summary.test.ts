import { describe, expect, it } from 'vitest';
import { systemRandomness } from '../../../data/randomness.js';
import { recordSurvey } from '../../../data/surveys/record-survey.js';
import { createSurveySummary } from '../../../data/surveys/summary.js';
import type { SurveyResponse } from '../../../data/surveys/survey-response.js';

const reply = (at: string, staff: number | null): SurveyResponse =>
  recordSurvey(
    {
      channel: 'chat',
      locale: 'vi',
      phase: 'result',
      dossierCode: null,
      procedureCode: null,
      scores: { access: null, procedure: null, staff, result: 5, feedbackHandling: null },
      overall: staff,
      comment: null,
    },
    { clock: { now: () => new Date(at) }, random: systemRandomness },
  );

const summaryOf = (replies: SurveyResponse[]) => {
  const summary = createSurveySummary();
  for (const one of replies) summary.add(one);
  return summary;
};

describe('the summary of survey replies', () => {
  const summary = summaryOf([
    reply('2026-08-10T03:00:00Z', 4),
    reply('2026-10-01T03:00:00Z', 5),
    reply('2026-10-02T03:00:00Z', 2),
    reply('2026-10-03T03:00:00Z', null),
    reply('2026-12-31T16:00:00Z', 3),
  ]);

  it('counts each score of each factor, leaving out what was skipped', () => {
    const october = summary.byMonth().find(({ period }) => period === '2026-10');
    expect(october?.replies).toBe(3);
    expect(october?.factors.staff).toEqual({
      counts: [0, 1, 0, 0, 1],
      answered: 2,
      satisfiedShare: 50,
      meanOf100: 70,
    });
    expect(october?.factors.access).toMatchObject({ answered: 0, satisfiedShare: null, meanOf100: null });
    expect(october?.pooled.counts).toEqual([0, 1, 0, 0, 4]);
  });

  it('counts the one-question reply apart from the five factors', () => {
    const october = summary.byMonth().find(({ period }) => period === '2026-10');
    expect(october?.overall).toMatchObject({ counts: [0, 1, 0, 0, 1], meanOf100: 70 });
    expect(october?.pooled.answered).toBe(5);
  });

  it('adds months up to quarters, in order', () => {
    expect(summary.byMonth().map(({ period }) => period)).toEqual(['2026-08', '2026-10', '2026-12']);
    const quarters = summary.byQuarter();
    expect(quarters.map(({ period, replies }) => [period, replies])).toEqual([
      ['2026-Q3', 1],
      ['2026-Q4', 4],
    ]);
    expect(quarters[1]?.factors.staff.counts).toEqual([0, 1, 1, 0, 1]);
    expect(quarters[1]?.overall.counts).toEqual([0, 1, 1, 0, 1]);
    expect(quarters[1]?.factors.staff.satisfiedShare).toBe(33.33);
  });

  it('puts a reply into the month it is at the office, not at Greenwich', () => {
    const newYear = summaryOf([reply('2026-12-31T17:30:00Z', 5)]);
    expect(newYear.byMonth()[0]?.period).toBe('2027-01');
    expect(newYear.byQuarter()[0]?.period).toBe('2027-Q1');
  });
});
