import { describe, expect, it } from 'vitest';
import { loadCheckQuestions } from '../../data/load-check-questions.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { loadUnderstanding } from '../../data/load-understanding.js';
import { changedAnswers } from '../../data/understanding/compare-answers.js';

describe('the questions an import is tried on', () => {
  const catalogue = loadCatalogue();
  const questions = loadCheckQuestions();

  it('are many, all different, each about a procedure there is', () => {
    expect(questions.length).toBeGreaterThan(150);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length);
    expect(questions.filter(({ code }) => catalogue.find(code) === null)).toEqual([]);
  });

  it('mostly lead where they should today, so that a change shows', () => {
    const understand = loadUnderstanding(catalogue);
    const right = questions.filter(({ question, code }) =>
      understand(question, { procedureCode: null }).candidates.some((candidate) => candidate.code === code),
    );
    expect(right.length / questions.length).toBeGreaterThan(0.9);
  });

  it('tell two understandings apart by where they lead, and only then', () => {
    const understand = loadUnderstanding(catalogue);
    const [some] = questions;
    const other: typeof understand = (question, context) => {
      const understood = understand(question, context);
      return question === some?.question ? { ...understood, outcome: 'none', candidates: [] } : understood;
    };
    const asked = questions.slice(0, 10).map(({ question }) => question);
    expect(changedAnswers(asked, understand, understand)).toEqual([]);
    expect(changedAnswers(asked, understand, other)).toMatchObject([
      { question: some?.question, after: { outcome: 'none', codes: [] } },
    ]);
  });
});
