import { dayOf } from '../calendar/day.js';
import { SURVEY_FACTORS } from './survey-response.js';
import type { SurveyFactor, SurveyResponse } from './survey-response.js';

/** How often each score from 1 to 5 was given. */
type ScoreCounts = readonly [number, number, number, number, number];

export interface FactorSummary {
  counts: ScoreCounts;
  /** Replies with a score for this factor; a skipped one counts nowhere. */
  answered: number;
  /** Share of 4 and 5 in percent; null when nobody answered. */
  satisfiedShare: number | null;
  /** Mean over 5 in percent; null when nobody answered. */
  meanOf100: number | null;
}

export interface PeriodSummary {
  /** `2026-11` or `2026-Q4`, on the office's calendar. */
  period: string;
  replies: number;
  factors: Readonly<Record<SurveyFactor, FactorSummary>>;
  /** All scores of the five factors together. */
  pooled: FactorSummary;
  /** The one question asked instead of the five, by SMS; counted apart from them. */
  overall: FactorSummary;
}

/** Printed beside every figure: two offices that count differently must be able to see it. */
export const SUMMARY_FORMULAS = {
  replies: 'Số phiếu nhận trong kỳ (theo ngày nhận, giờ Việt Nam)',
  counts: 'Số phiếu cho điểm đó; câu bỏ qua không tính',
  satisfiedShare: '(số phiếu 4 điểm + số phiếu 5 điểm) ÷ số phiếu có chấm điểm × 100',
  meanOf100: 'Điểm trung bình ÷ 5 × 100 (điểm trung bình = tổng điểm ÷ số phiếu có chấm điểm)',
} as const;

/** Counts replies by month as they pass by: memory grows with the number of months, not of replies. */
export const createSurveySummary = () => {
  const months = new Map<string, Tally>();
  return {
    add(response: SurveyResponse): void {
      const month = dayOf(new Date(response.receivedAt)).slice(0, 'YYYY-MM'.length);
      const tally = months.get(month) ?? emptyTally();
      months.set(month, tally);
      tally.replies += 1;
      for (const factor of SURVEY_FACTORS) count(tally.counts[factor], response.scores[factor]);
      count(tally.overall, response.overall);
    },
    byMonth: (): PeriodSummary[] => inOrder(months).map(([month, tally]) => summarise(month, tally)),
    byQuarter: (): PeriodSummary[] => {
      const quarters = new Map<string, Tally>();
      for (const [month, tally] of months) {
        const quarter = quarterOf(month);
        quarters.set(quarter, sum(quarters.get(quarter) ?? emptyTally(), tally));
      }
      return inOrder(quarters).map(([quarter, tally]) => summarise(quarter, tally));
    },
  };
};

export type SurveySummary = ReturnType<typeof createSurveySummary>;

interface Tally {
  replies: number;
  counts: Record<SurveyFactor, number[]>;
  overall: number[];
}

const count = (counts: number[], score: number | null): void => {
  if (score !== null) counts[score - 1] = (counts[score - 1] ?? 0) + 1;
};

const perFactor = <T>(value: (factor: SurveyFactor) => T): Record<SurveyFactor, T> => ({
  access: value('access'),
  procedure: value('procedure'),
  staff: value('staff'),
  result: value('result'),
  feedbackHandling: value('feedbackHandling'),
});

const none = (): number[] => [0, 0, 0, 0, 0];

const emptyTally = (): Tally => ({ replies: 0, counts: perFactor(none), overall: none() });

const added = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((count, index) => count + (other[index] ?? 0));

const sum = (one: Tally, other: Tally): Tally => ({
  replies: one.replies + other.replies,
  counts: perFactor((factor) => added(one.counts[factor], other.counts[factor])),
  overall: added(one.overall, other.overall),
});

const summarise = (period: string, { replies, counts, overall }: Tally): PeriodSummary => ({
  period,
  replies,
  factors: perFactor((factor) => figures(counts[factor])),
  pooled: figures(SURVEY_FACTORS.map((factor) => counts[factor]).reduce(added)),
  overall: figures(overall),
});

const figures = ([one = 0, two = 0, three = 0, four = 0, five = 0]: readonly number[]): FactorSummary => {
  const answered = one + two + three + four + five;
  const points = one + 2 * two + 3 * three + 4 * four + 5 * five;
  return {
    counts: [one, two, three, four, five],
    answered,
    satisfiedShare: answered === 0 ? null : twoDecimals(((four + five) / answered) * 100),
    meanOf100: answered === 0 ? null : twoDecimals((points / answered / 5) * 100),
  };
};

const twoDecimals = (value: number): number => Math.round(value * 100) / 100;

const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${String(Math.ceil(Number(month.slice(5)) / 3))}`;

const inOrder = (tallies: Map<string, Tally>): [string, Tally][] =>
  [...tallies].sort(([one], [other]) => (one < other ? -1 : 1));
