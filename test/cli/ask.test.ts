import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../data/load-dataset.js';
import { motcuaHere } from '../support/motcua.js';

const ask = async (
  input: (string | Uint8Array)[],
  more: string[] = [],
): Promise<Record<string, unknown>[]> => {
  const { out } = await motcuaHere(['ask', ...more], { input });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('motcua ask', () => {
  it('answers line by line with exactly four fields', async () => {
    const answers = await ask(['làm sổ hộ nghèo\nxin gplđ cho chuyên gia\n']);
    expect(answers.map((answer) => Object.keys(answer))).toEqual([
      ['question', 'intent', 'outcome', 'codes'],
      ['question', 'intent', 'outcome', 'codes'],
    ]);
    expect(answers[0]).toMatchObject({ question: 'làm sổ hộ nghèo', intent: 'procedure' });
    for (const { codes } of answers) {
      expect(codes).not.toEqual([]);
      for (const code of codes as string[]) expect(loadCatalogue().find(code)).not.toBeNull();
    }
  });

  it('keeps lines in step: a blank one and one without an end are answered too', async () => {
    const answers = await ask(['\nxin chào\r\nthời tiết hôm nay thế nào']);
    expect(answers.map(({ question, outcome, codes }) => [question, outcome, codes])).toEqual([
      ['', 'none', []],
      ['xin chào', 'none', []],
      ['thời tiết hôm nay thế nào', 'none', []],
    ]);
  });

  it('puts letters together that arrive in two pieces', async () => {
    const bytes = Buffer.from('hộ nghèo\n');
    const answers = await ask([bytes.subarray(0, 2), bytes.subarray(2)]);
    expect(answers[0]?.['question']).toBe('hộ nghèo');
  });

  it('forgets the line before, unless the lines are one conversation', async () => {
    const lines = ['thủ tục cấp giấy phép lao động cho người nước ngoài\nmất bao lâu?\n'];
    const [first, alone] = await ask(lines);
    const [, together] = await ask(lines, ['--conversation']);
    expect(first?.['outcome']).toBe('answer');
    const [asked] = first?.['codes'] as string[];
    expect(alone?.['codes']).not.toContain(asked);
    expect(together).toMatchObject({ outcome: 'answer', codes: [asked] });
  });

  it('explains with reasons when asked', async () => {
    const [answer] = await ask(['làm sổ hộ nghèo\n'], ['--explain']);
    const [best] = answer?.['candidates'] as Record<string, unknown>[];
    expect(Object.keys(best ?? {})).toEqual(['code', 'score', 'reasons']);
    expect(best?.['reasons']).not.toEqual([]);
  });
});
