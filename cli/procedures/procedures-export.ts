import { z } from 'zod';
import { dayOf, formatDay } from '../../data/calendar/day.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { layEdition } from '../../data/procedures/edition/lay-edition.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import { datasetWorkbook } from '../../data/procedures/sheets/dataset-workbook.js';
import { defineCommand, EXIT, UsageError } from '../command.js';
import { writeFileWhole } from '../commands/write-file-whole.js';
import { typedDay } from '../typed/typed-day.js';
import { currentEdition } from './read-edition.js';

export const proceduresExport = defineCommand({
  name: 'procedures export',
  summary: 'Xuất dữ liệu thủ tục đang dùng ra tệp XLSX để xem hoặc sửa',
  operands: 'TỆP.xlsx',
  options: {
    on: { type: 'string', value: 'NGÀY', describe: 'dữ liệu dùng trong ngày này; không có thì là hôm nay' },
    codes: { type: 'string', value: 'MÃ,MÃ', describe: 'chỉ các thủ tục này, ví dụ 1.014199,1.014198' },
  },
  examples: [
    'npm run -s motcua -- procedures export thu-tuc.xlsx',
    'npm run -s motcua -- procedures export mot-thu-tuc.xlsx --codes 1.014199',
  ],
  input: z.strictObject({
    operands: z.tuple([z.string().endsWith('.xlsx', 'Tên tệp phải kết thúc bằng .xlsx.')], {
      error: 'Cần đúng một tên tệp XLSX.',
    }),
    on: typedDay('on').optional(),
    codes: z.string().optional(),
  }),
  async run({ operands: [file], on, codes }, context) {
    const { corrections } = await currentEdition(context);
    const day = on ?? dayOf(context.clock.now());
    // The office's aliases are kept beside the records: exported, they would come back as a correction.
    const catalogue = layEdition(loadCatalogue(), { corrections, aliases: [] }, day);
    const records = chosen(catalogue.all, codes);
    await writeFileWhole(file, fileOf(records));
    context.terminal.err(
      `Đã ghi ${String(records.length)} thủ tục, dữ liệu dùng ngày ${formatDay(day)}, vào ${file}.\n`,
    );
    return EXIT.done;
  },
});

const chosen = (all: readonly Procedure[], codes: string | undefined): readonly Procedure[] => {
  if (codes === undefined) return all;
  const wanted = codes.split(/[\s,;]+/).filter((code) => code !== '');
  const unknown = wanted.filter((code) => !all.some((record) => record.code === code));
  if (wanted.length === 0 || unknown.length > 0)
    throw new UsageError(`Không có thủ tục mã ${unknown.join(', ')}. Mã có dạng 1.014199.`);
  return all.filter(({ code }) => wanted.includes(code));
};

async function* fileOf(records: readonly Procedure[]): AsyncGenerator<Uint8Array> {
  yield await datasetWorkbook(records);
}
