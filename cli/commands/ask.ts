import { z } from 'zod';
import { defineCommand, EXIT } from '../command.js';
import { inputLines } from '../terminal.js';
import { noOperands } from '../typed/tracking-code-operand.js';
import { loadUnderstanding } from '../../data/load-understanding.js';
import type { Candidate } from '../../data/understanding/understanding.js';

export const ask = defineCommand({
  name: 'ask',
  summary: 'Đọc câu hỏi từ stdin, mỗi dòng một câu; in ra thủ tục tìm được, mỗi câu một dòng JSON',
  operands: '',
  options: {
    conversation: {
      type: 'boolean',
      describe: 'coi các dòng là một cuộc trò chuyện: câu sau hiểu theo câu trước',
    },
    explain: { type: 'boolean', describe: 'thêm điểm và lý do của từng thủ tục' },
  },
  examples: ["printf 'làm sổ hộ nghèo\\n' | npm run -s motcua -- ask"],
  input: z.strictObject({
    operands: noOperands,
    conversation: z.boolean().default(false),
    explain: z.boolean().default(false),
  }),
  async run({ conversation, explain }, { terminal }) {
    const understand = loadUnderstanding();
    if (terminal.inputIsTty) terminal.err('Gõ câu hỏi rồi Enter. Ctrl-D để kết thúc.\n');
    let procedureCode: string | null = null;
    for await (const question of inputLines(terminal)) {
      const { intent, outcome, candidates, near } = understand(question, { procedureCode });
      const codes = outcome === 'none' ? [] : candidates.map(({ code }) => code).slice(0, 5);
      const answer = {
        question,
        intent,
        outcome,
        codes,
        ...(explain ? { candidates: candidates.map(explained), near: near.map(explained) } : {}),
      };
      await terminal.out(`${JSON.stringify(answer)}\n`);
      if (conversation && outcome === 'answer') procedureCode = codes[0] ?? procedureCode;
    }
    return EXIT.done;
  },
});

/** Not every figure of the ranking, only what the contract names. */
const explained = ({ code, score, reasons }: Candidate) => ({ code, score, reasons });
