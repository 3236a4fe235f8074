import { describe, expect, it } from 'vitest';
import { nextCaseQuestion, procedureCase } from '../../../data/procedures/procedure-case.js';
import type { CaseQuestion, RequiredDocument } from '../../../data/procedures/procedure-case.js';

const question = (id: string, answers: string[], when = {}): CaseQuestion => ({
  id,
  ask: { vi: `${id}?` },
  answers: answers.map((answer) => ({ id: answer, label: { vi: answer } })),
  when,
});
const paper = (vi: string, when = {}): RequiredDocument => ({
  name: { vi },
  originals: 1,
  copies: 0,
  form: null,
  notNeededIf: null,
  note: null,
  oneOf: null,
  when,
});

const permit = {
  questions: [
    question('position', ['manager', 'expert']),
    question('field', ['science', 'other'], { position: ['expert'] }),
  ],
  documents: [
    paper('Đơn'),
    paper('Điều lệ công ty', { position: ['manager'] }),
    paper('Bằng đại học', { position: ['expert'] }),
    paper('Giấy của cơ quan khoa học', { field: ['science'] }),
  ],
};
const names = (answers: Record<string, string>): string[] =>
  procedureCase(permit, answers).documents.map(({ name }) => name.vi);

describe('the case of an applicant', () => {
  it('holds every paper while nothing is answered', () => {
    expect(names({})).toHaveLength(4);
  });

  it('leaves out the papers of a question these answers never lead to', () => {
    expect(names({ position: 'manager' })).toEqual(['Đơn', 'Điều lệ công ty']);
  });

  it('keeps the papers of a question still to be asked', () => {
    expect(names({ position: 'expert' })).toEqual(['Đơn', 'Bằng đại học', 'Giấy của cơ quan khoa học']);
  });

  it('holds only the papers of the answers given', () => {
    expect(names({ position: 'expert', field: 'other' })).toEqual(['Đơn', 'Bằng đại học']);
  });

  it('asks a question only after the answers it depends on', () => {
    expect(nextCaseQuestion(permit, {})?.id).toBe('position');
    expect(nextCaseQuestion(permit, { position: 'expert' })?.id).toBe('field');
    expect(nextCaseQuestion(permit, { position: 'manager' })).toBeNull();
  });
});
