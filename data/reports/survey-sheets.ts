import { SUMMARY_FORMULAS } from '../surveys/summary.js';
import type { FactorSummary, PeriodSummary, SurveySummary } from '../surveys/summary.js';
import { SURVEY_FACTORS } from '../surveys/survey-response.js';
import { LABELS } from './labels.js';
import type { PlainSheet } from './plain-sheet.js';

/** "Theo tháng" and "Theo quý": a line a period and factor, with the formula of each figure below. */
export const surveySheets = (summary: SurveySummary): PlainSheet[] => [
  sheet('Theo tháng', 'Tháng', summary.byMonth(), monthName),
  sheet('Theo quý', 'Quý', summary.byQuarter(), quarterName),
];

const FIGURES = [
  ['Số phiếu', SUMMARY_FORMULAS.replies],
  ['Có chấm điểm', 'Số phiếu có chấm điểm cho yếu tố này'],
  ['1 điểm', SUMMARY_FORMULAS.counts],
  ['2 điểm', SUMMARY_FORMULAS.counts],
  ['3 điểm', SUMMARY_FORMULAS.counts],
  ['4 điểm', SUMMARY_FORMULAS.counts],
  ['5 điểm', SUMMARY_FORMULAS.counts],
  ['Hài lòng + rất hài lòng (%)', SUMMARY_FORMULAS.satisfiedShare],
  ['Điểm trung bình quy về 100', SUMMARY_FORMULAS.meanOf100],
] as const;

const sheet = (
  title: string,
  periodHeader: string,
  periods: PeriodSummary[],
  name: (period: string) => string,
): PlainSheet => ({
  title,
  widths: [12, 28, ...FIGURES.map(() => 16)],
  header: [periodHeader, 'Yếu tố', ...FIGURES.map(([header]) => header)],
  rows: [...periods.flatMap((period) => lines(period, name(period.period))), [], ['Cách tính'], ...FORMULAS],
});

const lines = (
  { replies, factors, pooled, overall }: PeriodSummary,
  period: string,
): (string | number | null)[][] => [
  ...SURVEY_FACTORS.map((factor) => [
    period,
    LABELS.surveyFactor[factor],
    replies,
    ...figures(factors[factor]),
  ]),
  [period, 'Chung cả năm yếu tố', replies, ...figures(pooled)],
  [period, 'Hài lòng chung (hỏi một câu, SMS)', replies, ...figures(overall)],
];

const figures = ({ counts, answered, satisfiedShare, meanOf100 }: FactorSummary): (number | null)[] => [
  answered,
  ...counts,
  satisfiedShare,
  meanOf100,
];

const FORMULAS = [
  ...FIGURES.filter(([header]) => !/^[2-5] điểm$/.test(header)).map(([header, formula]) => [
    header === '1 điểm' ? '1 đến 5 điểm' : header,
    formula,
  ]),
  ['Lưu ý', 'Đây là khảo sát riêng của cơ quan, không phải Chỉ số SIPAS.'],
];

const monthName = (period: string): string => `${period.slice(5)}/${period.slice(0, 4)}`;

const quarterName = (period: string): string => `Quý ${period.slice(-1)}/${period.slice(0, 4)}`;
