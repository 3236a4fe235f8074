import { z } from 'zod';
import { dayOf, formatDay } from '../../data/calendar/day.js';
import { WORK_KINDS, WorkItem } from '../../data/dossiers/lateness/todays-work.js';
import type { WorkKind } from '../../data/dossiers/lateness/todays-work.js';
import { defineCommand, EXIT } from '../command.js';
import { noOperands } from '../typed/tracking-code-operand.js';

export const today = defineCommand({
  name: 'today',
  summary: 'Việc hôm nay: hồ sơ quá hạn chưa xin lỗi, sắp trễ, đang chờ bổ sung, lâu không chuyển động',
  operands: '',
  options: { json: { type: 'boolean', describe: 'mỗi hồ sơ một dòng JSON' } },
  examples: ['npm run -s motcua -- today'],
  input: z.strictObject({ operands: noOperands, json: z.boolean().default(false) }),
  async run({ json }, { terminal, clock, openOffice }) {
    const office = await openOffice();
    const items: WorkItem[] = [];
    try {
      for await (const line of office.run('dossiers.today', {})) {
        items.push(WorkItem.parse(JSON.parse(line)));
        if (json) await terminal.out(`${line}\n`);
      }
    } finally {
      await office.close();
    }
    if (!json) await terminal.out(shown(items, formatDay(dayOf(clock.now()))));
    return EXIT.done;
  },
});

const HEADINGS: Readonly<Record<WorkKind, string>> = {
  overdue: 'Quá hạn, chưa xin lỗi (xin lỗi ngay: motcua apologise MÃ)',
  dueNext: 'Hẹn trả hôm nay hoặc ngày làm việc tới (không kịp thì phải xin lỗi bây giờ)',
  dueSoon: 'Sắp đến hẹn',
  waiting: 'Đang chờ người nộp bổ sung (đồng hồ dừng)',
  stuck: 'Lâu không chuyển động',
};

const shown = (items: readonly WorkItem[], day: string): string => {
  if (items.length === 0) return `Ngày ${day}: không có hồ sơ nào cần chú ý.\n`;
  const groups = WORK_KINDS.map((kind) => [kind, items.filter((item) => item.kind === kind)] as const);
  return [
    `Việc ngày ${day}`,
    ...groups
      .filter(([, found]) => found.length > 0)
      .map(([kind, found]) =>
        [`\n${HEADINGS[kind]}: ${String(found.length)}`, ...found.map(line)].join('\n'),
      ),
    '',
  ].join('\n');
};

const line = ({ code, procedureName, unit, dueDate, requested, asked }: WorkItem): string =>
  `- ${[
    code,
    dueDate === null ? 'không có ngày hẹn' : `hẹn ${formatDay(dueDate)}`,
    procedureName,
    unit,
    requested,
    asked && `NGƯỜI NỘP ĐÃ HỎI ${String(asked.times)} lần`,
  ]
    .filter((part) => part !== null)
    .join(' | ')}`;
