import { z } from 'zod';
import { Instant } from '../calendar/day.js';
import { Channel } from '../feedback/feedback.js';
import { Locale } from '../language/locale.js';

/** The five factors of satisfaction, in the order they are asked. */
export const SURVEY_FACTORS = ['access', 'procedure', 'staff', 'result', 'feedbackHandling'] as const;
export type SurveyFactor = (typeof SURVEY_FACTORS)[number];

/** 1 rất không hài lòng … 5 rất hài lòng; null: skipped, or had no feedback to be handled. */
const Score = z.int().min(1).max(5).nullable();

export const SurveyPhase = z.enum(['reception', 'result']);
export type SurveyPhase = z.infer<typeof SurveyPhase>;

export const SURVEY_COMMENT_LIMIT = 2_000;

export const SurveyResponse = z.strictObject({
  /** Primary key: from dossier and phase when there is a dossier, so that one reply counts; else drawn. */
  id: z.string(),
  version: z.int().positive(),
  receivedAt: Instant,
  channel: Channel,
  locale: Locale,
  phase: SurveyPhase,
  dossierCode: z.string().nullable(),
  procedureCode: z.string().nullable(),
  scores: z.strictObject({
    access: Score,
    procedure: Score,
    staff: Score,
    result: Score,
    feedbackHandling: Score,
  }),
  /** One score for the whole, where the five were not asked ("DG 5" by SMS); never made out of them. */
  overall: Score.default(null),
  comment: z.string().max(SURVEY_COMMENT_LIMIT).nullable(),
});
export type SurveyResponse = z.infer<typeof SurveyResponse>;
