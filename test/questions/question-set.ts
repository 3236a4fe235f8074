import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Intent } from '../../data/understanding/understanding.js';

export interface Question {
  style: string;
  /** Codes of which any is right; empty: outside the field; null: not judged. */
  accepted: string[] | null;
  intent: Intent | null;
  text: string;
  /** The procedure the conversation was about. */
  context: string | null;
}

/** `tune`: looked at while building. `report`: only ever measured. `blind`: measured too, by writers who knew neither records nor code. */
export const readQuestions = (split: 'tune' | 'report' | 'blind'): Question[] =>
  readFileSync(new URL(`${split}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(parseLine);

const Columns = z.tuple([z.string(), z.string(), z.string(), z.string().min(1)]);

const parseLine = (line: string): Question => {
  const [style, codes, intent, written] = Columns.parse(line.split('\t'));
  const spoken = /^@(\S+) (.+)$/.exec(written);
  return {
    style,
    accepted: codes === '*' ? null : codes.split('|').filter((code) => code !== '-'),
    intent: intent === '-' ? null : Intent.parse(intent),
    text: spoken?.[2] ?? written,
    context: spoken?.[1] ?? null,
  };
};
