import { z } from 'zod';
import { dayOf, instant } from '../../data/calendar/day.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { loadKnowledge } from '../../data/load-understanding.js';
import { aliasProblem, isSameName, USUAL_WORDS } from '../../data/procedures/edition/alias-problem.js';
import type { AliasProblem } from '../../data/procedures/edition/alias-problem.js';
import { layEdition } from '../../data/procedures/edition/lay-edition.js';
import type { OfficeAlias } from '../../data/procedures/edition/office-alias.js';
import type { OfficeEdition } from '../../data/procedures/edition/office-edition.js';
import { keptText } from '../../data/understanding/unanswered/unanswered-question.js';
import { defineCommand, EXIT } from '../command.js';
import type { CommandContext, ExitCode } from '../command.js';
import type { OfficeAccess } from '../office/office-access.js';
import { answerLines, ledText } from '../procedures/answer-lines.js';
import { readEdition } from '../procedures/read-edition.js';
import { aliasOperands } from './alias-operands.js';
import { keepAlias } from './keep-alias.js';
import { tryAlias } from './try-alias.js';
import type { TriedAlias } from './try-alias.js';

const Input = z.strictObject({
  operands: aliasOperands,
  question: z
    .string()
    .transform((typed) => keptText(typed))
    .pipe(z.string({ error: 'Câu hỏi ở --question phải có chữ.' }))
    .optional(),
  yes: z.boolean().default(false),
});
type Input = z.output<typeof Input>;

export const aliasAdd = defineCommand({
  name: 'alias add',
  summary: 'Thêm một tên gọi của người dân cho thủ tục; báo trước câu hỏi nào dẫn đến chỗ khác',
  operands: 'MÃ "TÊN GỌI"',
  options: {
    question: {
      type: 'string',
      value: 'CÂU_HỎI',
      describe: 'câu hỏi của người dân, giữ lại làm câu hỏi thử',
    },
    yes: { type: 'boolean', describe: 'ghi luôn, không hỏi lại' },
  },
  examples: [
    'npm run -s motcua -- alias add 1.014199 "giấy cho Tây"',
    'npm run -s motcua -- alias add 1.014199 "giấy cho Tây" --question "xin giấy cho Tây dạy tiếng Anh ở đâu"',
  ],
  input: Input,
  async run(input, context) {
    const office = await context.openOffice();
    try {
      return await add(office, input, context);
    } finally {
      await office.close();
    }
  },
});

const add = async (office: OfficeAccess, input: Input, context: CommandContext): Promise<ExitCode> => {
  const { terminal, clock } = context;
  const [code, alias] = input.operands;
  const today = dayOf(clock.now());
  const edition = await readEdition(office);
  const catalogue = layEdition(loadCatalogue(), edition, today);
  const problem = aliasProblem({ code, alias }, catalogue, loadKnowledge().everydayNames);
  if (problem) {
    await terminal.out(`${problemText(problem, code, alias)} Chưa ghi gì.\n`);
    return problem.kind === 'known' ? EXIT.done : EXIT.failed;
  }
  const next = nextVersion(input, edition, context);
  const tried = await tryAlias(office, edition, next, today);
  await terminal.out(report(next, tried));
  const ask = `Thêm tên gọi "${next.alias}" cho thủ tục ${code}?`;
  if (!(await keepAlias(office, next, { ask, yes: input.yes, context }))) return EXIT.failed;
  await terminal.out(`Đã thêm tên gọi "${next.alias}" cho thủ tục ${code}.\n`);
  return EXIT.done;
};

/** One that was taken back goes on under the spelling it is kept by. */
const nextVersion = (
  { operands: [code, alias], question }: Input,
  { aliases }: OfficeEdition,
  { clock, actor: by }: CommandContext,
): OfficeAlias => {
  const former = aliases.find((one) => isSameName(one.alias, alias));
  return {
    alias: former?.alias ?? alias,
    code,
    question: question ?? null,
    version: (former?.version ?? 0) + 1,
    at: instant(clock.now()),
    by,
  };
};

const report = ({ alias, code, question }: OfficeAlias, tried: TriedAlias): string => {
  const { leadsTo, titleOf } = tried;
  const words = alias.split(' ').length;
  const arrives = leadsTo.outcome === 'answer' && leadsTo.codes[0] === code;
  return [
    `Tên gọi "${alias}" cho thủ tục ${code ?? ''} ${titleOf(code ?? '')}:`,
    ...(words > USUAL_WORDS
      ? [
          `LƯU Ý tên gọi dài ${String(words)} chữ. Ít người gõ đúng như vậy; nên chọn phần ngắn nhất mà vẫn rõ là việc gì.`,
        ]
      : []),
    ...answerLines(tried),
    ...(arrives
      ? []
      : [`LƯU Ý "${question ?? alias}" vẫn chưa dẫn thẳng đến thủ tục này: ${ledText(leadsTo, titleOf)}.`]),
    '',
  ].join('\n');
};

const problemText = (problem: AliasProblem, code: string, alias: string): string => {
  switch (problem.kind) {
    case 'noSuchCode':
      return `Không có thủ tục mã ${code} trong dữ liệu.`;
    case 'known':
      return `Thủ tục ${code} đã có tên gọi "${alias}".`;
    case 'taken':
      return `"${alias}" đang là tên của thủ tục ${problem.by.code} ${problem.by.title.vi}. Thêm chữ cho rõ là việc nào, hoặc bỏ tên gọi ở thủ tục kia trước.`;
    case 'question':
      return `"${alias}" là cả một câu hỏi. Chỉ ghi tên của việc cần làm, ví dụ "giấy cho Tây"; câu hỏi thì ghi ở --question.`;
    case 'personalNumbers':
      return 'Tên gọi có số điện thoại, số giấy tờ hoặc địa chỉ thư của ai đó.';
  }
};
