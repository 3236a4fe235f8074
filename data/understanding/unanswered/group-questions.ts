import type { ContentWords, ReadContentWords } from './content-words.js';
import type { UnansweredQuestion, WhyUnanswered } from './unanswered-question.js';

/** Questions that mean the same. */
export interface QuestionGroup {
  count: number;
  /** As they were worded, the most frequent first. */
  wordings: string[];
  why: Record<WhyUnanswered, number>;
  /** Codes, the most often named first. */
  nearest: string[];
}

/** So much of all their words must be common: three words and the same three with one more. */
const ALIKE = 0.75;

/**
 * Groups by telling words, the most frequent group first. The same words in any order are one question; a rarer one
 * joins the most frequent group whose words are nearly its own. The same questions give the same groups in any order.
 */
export const groupQuestions = (
  questions: Iterable<UnansweredQuestion>,
  wordsOf: ReadContentWords,
): QuestionGroup[] => {
  const groups = createGroups();
  for (const same of bySameWords(questions, wordsOf)) groups.take(same);
  return groups.all
    .map(({ questions: alike }) => groupOf(alike))
    .sort((one, other) => other.count - one.count || compare(one.wordings[0], other.wordings[0]));
};

interface SameWords {
  words: ContentWords;
  questions: UnansweredQuestion[];
}

const bySameWords = (questions: Iterable<UnansweredQuestion>, wordsOf: ReadContentWords): SameWords[] => {
  const found = new Map<string, SameWords>();
  for (const question of questions) {
    const words = wordsOf(question.text);
    const key = `${words.telling.join(' ')}/${words.perhaps.join(' ')}`;
    const same = found.get(key) ?? { words, questions: [] };
    found.set(key, same);
    same.questions.push(question);
  }
  return [...found]
    .sort(
      ([key, one], [otherKey, other]) =>
        other.questions.length - one.questions.length || compare(key, otherKey),
    )
    .map(([, same]) => same);
};

/** The groups so far, found by any word of theirs. */
const createGroups = () => {
  const all: SameWords[] = [];
  const byWord = new Map<string, SameWords[]>();
  return {
    all,
    take(same: SameWords): void {
      const near = new Set(allOf(same.words).flatMap((word) => byWord.get(word) ?? []));
      const group = all.find((one) => near.has(one) && likeness(one.words, same.words) >= ALIKE);
      if (group) {
        group.questions.push(...same.questions);
        return;
      }
      all.push(same);
      for (const word of allOf(same.words)) byWord.set(word, [...(byWord.get(word) ?? []), same]);
    },
  };
};

const allOf = ({ telling, perhaps }: ContentWords): string[] => [...telling, ...perhaps];

/** The share of the telling words of both that the other has, too, be it without marks. */
const likeness = (one: ContentWords, other: ContentWords): number => {
  const telling = new Set([...one.telling, ...other.telling]);
  const [words, otherWords] = [allOf(one), allOf(other)];
  const common = [...telling].filter((word) => words.includes(word) && otherWords.includes(word));
  return common.length / telling.size;
};

const groupOf = (questions: readonly UnansweredQuestion[]): QuestionGroup => {
  const times = (why: WhyUnanswered): number => questions.filter((question) => question.why === why).length;
  return {
    count: questions.length,
    wordings: byFrequency(questions.map(({ text }) => text)),
    why: {
      notFound: times('notFound'),
      rejectedChoices: times('rejectedChoices'),
      rejectedAnswer: times('rejectedAnswer'),
      askedAgain: times('askedAgain'),
    },
    nearest: byFrequency(questions.flatMap(({ nearest }) => nearest)),
  };
};

const byFrequency = (values: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([one, times], [other, otherTimes]) => otherTimes - times || compare(one, other))
    .map(([value]) => value);
};

const compare = (one = '', other = ''): number => (one < other ? -1 : one > other ? 1 : 0);
