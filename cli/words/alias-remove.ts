import { z } from 'zod';
import { dayOf, instant } from '../../data/calendar/day.js';
import { isSameName } from '../../data/procedures/edition/alias-problem.js';
import { defineCommand, EXIT } from '../command.js';
import type { CommandContext, ExitCode } from '../command.js';
import type { OfficeAccess } from '../office/office-access.js';
import { answerLines } from '../procedures/answer-lines.js';
import { readEdition } from '../procedures/read-edition.js';
import { aliasOperands } from './alias-operands.js';
import { keepAlias } from './keep-alias.js';
import { tryAlias } from './try-alias.js';

const Input = z.strictObject({ operands: aliasOperands, yes: z.boolean().default(false) });
type Input = z.output<typeof Input>;

export const aliasRemove = defineCommand({
  name: 'alias remove',
  summary: 'Bỏ một tên gọi cơ quan đã thêm; báo trước câu hỏi nào dẫn đến chỗ khác',
  operands: 'MÃ "TÊN GỌI"',
  options: { yes: { type: 'boolean', describe: 'ghi luôn, không hỏi lại' } },
  examples: ['npm run -s motcua -- alias remove 1.014199 "giấy cho Tây"'],
  input: Input,
  async run(input, context) {
    const office = await context.openOffice();
    try {
      return await remove(office, input, context);
    } finally {
      await office.close();
    }
  },
});

const remove = async (
  office: OfficeAccess,
  { operands: [code, alias], yes }: Input,
  context: CommandContext,
): Promise<ExitCode> => {
  const { terminal, clock, actor: by } = context;
  const edition = await readEdition(office);
  const kept = edition.aliases.find((one) => one.code === code && isSameName(one.alias, alias));
  if (!kept) {
    await terminal.out(
      `Cơ quan không có tên gọi "${alias}" cho thủ tục ${code}. Xem: npm run -s motcua -- alias list\n`,
    );
    return EXIT.failed;
  }
  const gone = { ...kept, code: null, version: kept.version + 1, at: instant(clock.now()), by };
  await terminal.out(
    `${answerLines(await tryAlias(office, edition, gone, dayOf(clock.now()))).join('\n')}\n`,
  );
  const ask = `Bỏ tên gọi "${kept.alias}" của thủ tục ${code}?`;
  if (!(await keepAlias(office, gone, { ask, yes, context }))) return EXIT.failed;
  await terminal.out(`Đã bỏ tên gọi "${kept.alias}" của thủ tục ${code}.\n`);
  return EXIT.done;
};
