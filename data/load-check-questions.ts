import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './load-dataset.js';

/** Questions an import is tried on, each with the procedure it is about. */
export interface CheckQuestion {
  question: string;
  code: string;
}

export const loadCheckQuestions = (
  file = join(projectRoot(), 'data', 'understanding', 'check-questions.tsv'),
): CheckQuestion[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [question = '', code = ''] = line.split('\t');
      return { question, code };
    });
