import { describe, expect, it } from 'vitest';
import { CaseQuestion } from '../../../data/procedures/procedure-case.js';
import { readCaseAnswers } from '../../../data/procedures/read-case-answers.js';

const answers = (...ids: string[]) => ids.map((id) => ({ id, label: id }));
const QUESTIONS = [
  { id: 'who', ask: 'Ai?', answers: answers('manager', 'expert') },
  { id: 'degree', ask: 'Bằng gì?', answers: answers('yes', 'no'), when: { who: ['expert'] } },
].map((question) => CaseQuestion.parse(question));

describe('case answers from an address', () => {
  it('are those of known questions with known answers', () => {
    expect(readCaseAnswers(QUESTIONS, { who: 'expert', degree: 'yes', lang: 'en', q: 'x' })).toEqual({
      who: 'expert',
      degree: 'yes',
    });
  });

  it('leave out an answer the question does not have', () => {
    expect(readCaseAnswers(QUESTIONS, { who: '<script>' })).toEqual({});
  });

  it('leave out the answer to a question that is not asked after the ones before', () => {
    expect(readCaseAnswers(QUESTIONS, { who: 'manager', degree: 'yes' })).toEqual({ who: 'manager' });
  });

  it('are not found on the prototype of the fields', () => {
    const odd = [CaseQuestion.parse({ id: 'constructor', ask: '?', answers: answers('a', 'b') })];
    expect(readCaseAnswers(odd, {})).toEqual({});
  });
});
