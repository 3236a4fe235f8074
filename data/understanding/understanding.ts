import { z } from 'zod';
import type { LocalText } from '../language/locale.js';

export const Intent = z.enum([
  'procedure',
  'dossier',
  'feedback',
  'legal_complaint',
  'survey',
  'human',
  'language',
  'greeting',
  'thanks',
  'cancel',
  'help',
  'unknown',
]);
export type Intent = z.infer<typeof Intent>;

/** What about the procedure is asked: "mất bao lâu?" → `time`. */
export const Aspect = z.enum(['documents', 'time', 'fee', 'where', 'how', 'form', 'result', 'legal', 'who']);
export type Aspect = z.infer<typeof Aspect>;

export interface Candidate {
  code: string;
  /** 0 to 1: how likely this is the procedure asked for. */
  score: number;
  /** For `ask --explain`: what in the question pointed here, and how strongly. */
  reasons: { what: string; weight: number }[];
}

/** Another authority's field: which one, and where to go. */
export interface Referral {
  id: string;
  text: LocalText;
}

export interface Understanding {
  intent: Intent;
  /** Speaks of procedures only: a referral, a refusal or another intent is `none`. */
  outcome: 'answer' | 'choices' | 'none';
  /** Best first, at most 5; empty when `none`. After an `answer` come the next best, which are shown only when asked for. */
  candidates: Candidate[];
  /** The up to three nearest when `none` and they are near: a quiet "did you mean". */
  near: Candidate[];
  aspect: Aspect | null;
  referral: Referral | null;
  /** A dossier code found in the text, normalised. */
  dossierCode: string | null;
  /** A feedback tracking code found in the text. */
  trackingCode: string | null;
  /** The language the text is written in, as far as one can tell. */
  language: 'vi' | 'en' | null;
}

/** What the conversation already knows. */
export interface QuestionContext {
  /** The procedure just talked about: "mất bao lâu?" then needs no search. */
  procedureCode: string | null;
}

export type Understand = (question: string, context: QuestionContext) => Understanding;
