import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../../data/load-dataset.js';
import { loadKnowledge } from '../../../../data/load-understanding.js';
import { readQuestions } from '../../../questions/question-set.js';

const { learned } = loadKnowledge();

describe('what was learned', () => {
  it("was learned from today's tuning questions (else: npm run learn)", () => {
    const questions = readFileSync(new URL('../../../questions/tune.tsv', import.meta.url));
    expect(learned.questions).toBe(createHash('sha256').update(questions).digest('hex'));
  });

  it('knows every procedure of the dataset', () => {
    const codes = loadCatalogue().all.map(({ code }) => code);
    expect(codes.filter((code) => !learned.procedures.classes.includes(code))).toEqual([]);
  });

  it('never saw a question that is only measured', () => {
    const plain = (text: string): string =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    const taught = new Set(readQuestions('tune').map(({ text }) => plain(text)));
    const measured = [...readQuestions('report'), ...readQuestions('blind')];
    const seen = measured
      .map(({ text }) => plain(text))
      .filter((text) => text.split(' ').length > 4 && taught.has(text));
    expect(seen).toEqual([]);
  });
});
