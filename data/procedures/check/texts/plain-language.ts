import type { CheckedRecord, Finding } from '../finding.js';
import { findingIn } from '../finding.js';
import { sentencesOf } from './texts-of.js';

const WORDS_LIMIT = 30;

/** Sentences too long to be read at once. A Vietnamese word is counted as people count it: by syllable between blanks. */
export const longSentences = (record: CheckedRecord): Finding[] =>
  sentencesOf(record.procedure).flatMap(({ field, text }) => {
    const longest = Math.max(...text.vi.split(/(?<=[.;:!?])\s+|\n+/).map(wordCount));
    return longest <= WORDS_LIMIT
      ? []
      : [
          findingIn(record, {
            severity: 'warning',
            rule: 'long-sentence',
            field,
            what: `Có câu dài ${String(longest)} tiếng.`,
            why: `Câu quá ${String(WORDS_LIMIT)} tiếng khó hiểu khi đọc một lần, nhất là trên điện thoại.`,
            fix: 'Tách thành hai ba câu ngắn.',
          }),
        ];
  });

const wordCount = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
