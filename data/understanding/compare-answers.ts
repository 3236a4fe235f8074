import type { Understand, Understanding } from './understanding.js';

/** What a question led to, before and after. */
export interface ChangedAnswer {
  question: string;
  before: Led;
  after: Led;
}

/** One procedure, several to choose from, or none. */
export type Led = Pick<Understanding, 'outcome'> & { codes: string[] };

/** The questions that are no longer understood as they were. */
export const changedAnswers = (
  questions: readonly string[],
  before: Understand,
  after: Understand,
): ChangedAnswer[] =>
  questions.flatMap((question) => {
    const [was, is] = [ledTo(before, question), ledTo(after, question)];
    return was.outcome === is.outcome && was.codes.join() === is.codes.join()
      ? []
      : [{ question, before: was, after: is }];
  });

/** Of a plain answer only the first counts: the others are not shown. */
export const ledTo = (understand: Understand, question: string): Led => {
  const { outcome, candidates } = understand(question, { procedureCode: null });
  const codes = candidates.map(({ code }) => code);
  return { outcome, codes: outcome === 'answer' ? codes.slice(0, 1) : outcome === 'none' ? [] : codes };
};
