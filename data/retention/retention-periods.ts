import { z } from 'zod';

/** Days; null: kept until the office sets a period. */
const Days = (least: number) => z.int().min(least).max(36_500).nullable();

/**
 * How long what is finished is kept. No source gives periods for an office like this one, so staff must confirm every
 * value. By-products of a talk go by themselves. Records of the office are kept until it decides: personal data is to go
 * when its time is over (Luật 91/2025/QH15, điều 14), but Luật Lưu trữ 33/2024/QH15 can oppose that, and erasing cannot
 * be undone (facts: domain.md 6).
 */
export const RetentionPeriods = z.strictObject({
  /** After a conversation's last message: what was said, and where its dialogs stood. */
  conversationDays: Days(1).default(90),
  /**
   * After a message was dealt with: the receipt by which a repetition is known, with the reply it was given. Longer than
   * any gateway tries again (hours, at most days), no longer than conversations: it holds a number and words.
   */
  receiptDays: z.int().min(7).max(90).default(30),
  /** Questions that were not answered: masked, without sender. Long enough to learn from each season of a year. */
  questionDays: Days(1).default(365),
  /**
   * After an answer about a procedure was first given: nobody in it, but a new one for each day and case. Two years: longer
   * than the slowest procedure and a complaint about what was said.
   */
  answerDays: Days(1).default(730),
  /** After feedback was closed. */
  feedbackDays: Days(1).default(null),
  /** After the last news of a dossier that was returned, refused or stopped; the file itself is in the one-stop software. */
  dossierDays: Days(1).default(null),
  /** After a survey was answered; reports compare periods of several years. */
  surveyDays: Days(1).default(null),
  /** After an audit entry: who exported, answered, erased. */
  auditDays: Days(365).default(null),
  /** From this time on the day's sweep runs, or when the office is next started after it. */
  sweepAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')
    .default('02:30'),
});
export type RetentionPeriods = z.output<typeof RetentionPeriods>;
