import { z } from 'zod';
import { dayOf, formatDay } from '../../data/calendar/day.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { layEdition } from '../../data/procedures/edition/lay-edition.js';
import { defineCommand, EXIT } from '../command.js';
import { currentEdition } from '../procedures/read-edition.js';
import { noOperands } from '../typed/tracking-code-operand.js';

export const aliasList = defineCommand({
  name: 'alias list',
  summary: 'Liệt kê các tên gọi cơ quan đã thêm',
  operands: '',
  options: { json: { type: 'boolean', describe: 'mỗi tên gọi một dòng JSON' } },
  examples: ['npm run -s motcua -- alias list'],
  input: z.strictObject({ operands: noOperands, json: z.boolean().default(false) }),
  async run({ json }, context) {
    const { terminal, clock } = context;
    const edition = await currentEdition(context);
    const catalogue = layEdition(loadCatalogue(), edition, dayOf(clock.now()));
    const inForce = edition.aliases.filter(({ code }) => code !== null);
    for (const alias of inForce) {
      const code = alias.code ?? '';
      const title = catalogue.find(code)?.title.vi ?? '(không còn trong dữ liệu)';
      const added = `${alias.by} thêm ngày ${formatDay(dayOf(new Date(alias.at)))}`;
      await terminal.out(
        json ? `${JSON.stringify(alias)}\n` : `${code} ${title} | "${alias.alias}" | ${added}\n`,
      );
    }
    terminal.err(
      inForce.length === 0 ? 'Cơ quan chưa thêm tên gọi nào.\n' : `${String(inForce.length)} tên gọi.\n`,
    );
    return EXIT.done;
  },
});
