import { z } from 'zod';
import { Instant } from '../../calendar/day.js';
import { Channel } from '../../feedback/feedback.js';
import { cleanText } from '../../language/clean-text.js';
import { Locale } from '../../language/locale.js';
import { maskPersonalNumbers } from '../../language/personal-numbers.js';

const QUESTION_TEXT_LIMIT = 300;

/** Why it is kept: nothing was found, no choice fitted, or the citizen asked again in other words right after. */
export const WhyUnanswered = z.enum(['notFound', 'rejectedChoices', 'rejectedAnswer', 'askedAgain']);
export type WhyUnanswered = z.infer<typeof WhyUnanswered>;

/** A citizen's question the office can learn from. Who asked, and in which conversation, is not kept. */
export const UnansweredQuestion = z.strictObject({
  id: z.string().min(1),
  at: Instant,
  /** See `keptText`. */
  text: z.string().min(1).max(QUESTION_TEXT_LIMIT),
  why: WhyUnanswered,
  /** Codes of the procedures it came near to, nearest first; of `askedAgain` the one the new words led to comes first. */
  nearest: z.array(z.string()).max(5),
  channel: Channel,
  locale: Locale,
});
export type UnansweredQuestion = z.infer<typeof UnansweredQuestion>;

/** A question as it may be kept: one line, personal numbers masked, cut; null when no word is left to learn from. */
export const keptText = (typed: string): string | null => {
  const text = maskPersonalNumbers(cleanText(typed))
    .replace(/\s+/g, ' ')
    .slice(0, QUESTION_TEXT_LIMIT)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
  return /\p{L}{2}/u.test(text) ? text : null;
};
