import { z } from 'zod';
import { dayOf, formatDay } from '../../data/calendar/day.js';
import type { Erasable } from '../../data/retention/erasure.js';
import { defineCommand, EXIT, UsageError } from '../command.js';
import { SweptLine } from '../office/retention-desk.js';
import { typedDay } from '../typed/typed-day.js';
import { noOperands } from '../typed/tracking-code-operand.js';

export const retention = defineCommand({
  name: 'retention',
  summary: 'Xoá dữ liệu đã hết thời hạn lưu trữ (máy chủ đang chạy tự làm mỗi ngày)',
  operands: '',
  options: {
    'dry-run': { type: 'boolean', describe: 'chỉ đếm, không xoá gì' },
    on: {
      type: 'string',
      value: 'NGÀY',
      describe: 'tính thời hạn đến ngày này; ngày sau hôm nay chỉ dùng được với --dry-run',
    },
    json: { type: 'boolean', describe: 'mỗi loại một dòng JSON' },
  },
  examples: [
    'npm run -s motcua -- retention --dry-run',
    'npm run -s motcua -- retention --dry-run --on 31/12/2026',
  ],
  input: z.strictObject({
    operands: noOperands,
    'dry-run': z.boolean().default(false),
    on: typedDay('on').optional(),
    json: z.boolean().default(false),
  }),
  async run({ 'dry-run': dryRun, on, json }, { terminal, clock, actor, openOffice }) {
    const day = on ?? dayOf(clock.now());
    if (!dryRun && day > dayOf(clock.now()))
      throw new UsageError(
        'Ngày sau hôm nay chỉ dùng được với --dry-run: dữ liệu đã xoá không lấy lại được.',
      );
    const office = await openOffice();
    const swept: SweptLine[] = [];
    try {
      for await (const line of office.run('retention.sweep', { on: day, dryRun, actor })) {
        swept.push(SweptLine.parse(JSON.parse(line)));
        if (json) await terminal.out(`${line}\n`);
      }
    } finally {
      await office.close();
    }
    if (!json) await terminal.out(table(swept, formatDay(day), dryRun));
    return EXIT.done;
  },
});

const table = (swept: readonly SweptLine[], day: string, dryRun: boolean): string => {
  const rows = swept.map(({ of, days, count, oldest }) => [
    NAMES[of],
    days === null ? 'chưa đặt, giữ lại' : `${String(days)} ngày`,
    String(count),
    oldest === null ? '' : formatDay(dayOf(new Date(oldest))),
  ]);
  const head = ['Loại', 'Thời hạn', dryRun ? 'Sẽ xoá' : 'Đã xoá', 'Cũ nhất'];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const note = dryRun ? 'Thử: chưa xoá gì.' : 'Đã ghi vào nhật ký.';
  return [`Thời hạn lưu trữ, tính đến ngày ${day}`, '', ...lines, '', note, ''].join('\n');
};

const NAMES: Readonly<Record<Erasable, string>> = {
  feedback: 'Phản ánh đã đóng',
  survey: 'Phiếu khảo sát',
  dossier: 'Hồ sơ đã xong',
  conversation: 'Cuộc trò chuyện',
  receipt: 'Dấu đã nhận tin nhắn',
  question: 'Câu hỏi chưa trả lời được',
  answer: 'Câu trả lời về thủ tục',
  audit: 'Nhật ký thao tác',
};
