import { z } from 'zod';
import { dayOf } from '../../data/calendar/day.js';
import type { Day } from '../../data/calendar/day.js';
import type { TimingRules } from '../../data/dossiers/lateness/dossier-timing.js';
import { defineCommand, EXIT, UsageError } from '../command.js';
import { createProgress } from '../progress.js';
import { typedDay } from '../typed/typed-day.js';
import { officeRules } from '../office/office-rules.js';
import { EXPORTABLE } from '../office/export-records.js';
import { EXPORT_FORMATS, exportedFile } from './exported-file.js';
import { writeFileWhole } from './write-file-whole.js';

const WHAT = 'Ghi rõ muốn xuất gì: surveys (khảo sát), feedback (phản ánh) hoặc dossiers (hồ sơ).';
const FORMAT = 'Ghi rõ --format: csv, xlsx hoặc json.';

/** Without `--from` everything that is kept. */
const EARLIEST = '2000-01-01';

const Input = z
  .strictObject({
    operands: z.tuple([z.enum(EXPORTABLE, WHAT)], WHAT),
    from: typedDay('from').default(EARLIEST),
    to: typedDay('to').optional(),
    format: z.enum(EXPORT_FORMATS, FORMAT).default('csv'),
    out: z.string().min(1, 'Đang có --out nhưng để trống.').optional(),
    'with-contact': z.boolean().default(false),
  })
  .refine(({ from, to }) => to === undefined || from <= to, 'Ngày --from phải trước hoặc bằng ngày --to.')
  .refine(
    ({ operands: [what], 'with-contact': contact }) => !contact || what === 'feedback',
    'Chỉ phản ánh (feedback) mới có --with-contact.',
  );

export const exportCommand = defineCommand({
  name: 'export',
  summary: 'Xuất khảo sát, phản ánh hoặc hồ sơ ra CSV, XLSX hoặc JSON',
  operands: 'surveys|feedback|dossiers',
  options: {
    from: {
      type: 'string',
      value: 'NGÀY',
      describe: 'từ ngày nhận này, ví dụ 2026-10-01 hoặc 01/10/2026; không có thì từ đầu',
    },
    to: { type: 'string', value: 'NGÀY', describe: 'đến hết ngày nhận này; không có thì đến hôm nay' },
    format: { type: 'string', value: 'KIỂU', describe: 'csv (mặc định), xlsx hoặc json' },
    out: {
      type: 'string',
      value: 'TỆP',
      describe: 'ghi vào tệp này; không có thì ghi ra màn hình (csv, json)',
    },
    'with-contact': {
      type: 'boolean',
      describe: 'phản ánh: thêm cột liên hệ của người gửi (được ghi vào nhật ký)',
    },
  },
  examples: [
    'npm run -s motcua -- export surveys --from 2026-10-01 --to 2026-12-31 --format xlsx --out khao-sat-quy-4.xlsx',
    'npm run -s motcua -- export feedback --from 01/11/2026 --to 30/11/2026 --format csv --out phan-anh.csv',
  ],
  input: Input,
  async run({ operands: [what], from, to: last, format, out, 'with-contact': withContact }, context) {
    const { terminal, actor, clock, openOffice } = context;
    const today = dayOf(clock.now());
    if (format === 'xlsx' && out === undefined && terminal.outIsTty)
      throw new UsageError('Tệp XLSX không hiện được trên màn hình. Hãy thêm --out TỆP.xlsx.');
    const progress = createProgress(terminal, 'Đã đọc', null);
    const office = await openOffice();
    let rows = 0;
    try {
      const to = last ?? today;
      const lines = office.run('export', { what, from, to, withContact, format, actor });
      const counted = counting(lines, (count) => {
        rows = count;
        if (count % 500 === 0 && out !== undefined) progress.draw(count);
      });
      const file = exportedFile(what, format, counted, { withContact, timing: () => timingOn(today) });
      if (out !== undefined) await writeFileWhole(out, file);
      else for await (const chunk of file) await terminal.out(chunk);
    } finally {
      progress.end();
      await office.close();
    }
    if (out !== undefined) terminal.err(`Đã ghi ${rows.toLocaleString('vi-VN')} dòng vào ${out}.\n`);
    return EXIT.done;
  },
});

const timingOn = (today: Day): TimingRules => {
  const { office, dueDates } = officeRules();
  return { today, calendar: dueDates.calendar, lateness: office.lateness };
};

async function* counting(lines: AsyncIterable<string>, seen: (count: number) => void): AsyncGenerator {
  let count = 0;
  for await (const line of lines) {
    count += 1;
    seen(count);
    yield JSON.parse(line);
  }
}
