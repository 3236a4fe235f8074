import { z } from 'zod';
import { formatDay } from '../../data/calendar/day.js';
import { APOLOGY_REASON_LIMIT } from '../../data/dossiers/lateness/apology.js';
import { apologyLetter } from '../../web/staff/apology-letter.js';
import { defineCommand, EXIT } from '../command.js';
import { writeFileWhole } from '../commands/write-file-whole.js';
import { ApologyResult } from '../office/late-desk.js';
import { officeRules } from '../office/office-rules.js';
import { oneLine } from '../office/one-line.js';
import { dossierCodeOperand } from '../typed/dossier-code-operand.js';
import { typedDay } from '../typed/typed-day.js';

export const apologise = defineCommand({
  name: 'apologise',
  summary:
    'Xin lỗi và hẹn lại ngày trả của một hồ sơ trễ; ghi văn bản để in, người nộp đọc được trong khung chat',
  operands: 'MÃ-HỒ-SƠ',
  options: {
    reason: { type: 'string', value: '"…"', describe: 'lý do, người nộp đọc nguyên văn' },
    'new-date': { type: 'string', value: 'NGÀY', describe: 'ngày hẹn mới, phải là ngày làm việc' },
    name: { type: 'string', value: '"…"', describe: 'tên người nộp, chỉ in ra văn bản, không lưu' },
    out: { type: 'string', value: 'TỆP', describe: 'tệp HTML để in; không có thì xin-loi-MÃ.html' },
  },
  examples: [
    'npm run -s motcua -- apologise 000.00.12.H56-261105-0001 --reason "Chờ ý kiến của cơ quan phối hợp" --new-date 27/11/2026',
  ],
  input: z.strictObject({
    operands: dossierCodeOperand,
    reason: z
      .string('Thiếu --reason "…".')
      .trim()
      .min(1, 'Thiếu --reason "…".')
      .max(APOLOGY_REASON_LIMIT, `--reason dài quá ${String(APOLOGY_REASON_LIMIT)} ký tự.`),
    'new-date': typedDay('new-date'),
    name: z.string().trim().min(1, 'Đang có --name nhưng để trống.').optional(),
    out: z.string().min(1, 'Đang có --out nhưng để trống.').optional(),
  }),
  async run({ operands: code, reason, 'new-date': newDate, name, out }, { terminal, actor, openOffice }) {
    const office = await openOffice();
    const result = await oneLine(office.run('dossiers.apologise', { code, reason, newDate, actor }))
      .then((line) => ApologyResult.parse(line))
      .finally(() => office.close());
    if (result.outcome !== 'done') {
      terminal.err(`${code}: ${PROBLEMS[result.outcome]}\n`);
      return EXIT.failed;
    }
    const file = out ?? `xin-loi-${code}.html`;
    const letter = apologyLetter(result.dossier, { office: officeRules().office, name: name ?? null });
    await writeFileWhole(file, once(letter));
    await terminal.out(`${code}: đã xin lỗi, hẹn mới ${formatDay(newDate)}. Văn bản để in: ${file}\n`);
    if (result.tooLate) terminal.err('Lưu ý: theo quy định của cơ quan, lời xin lỗi này đã chậm.\n');
    return EXIT.done;
  },
});

const PROBLEMS: Readonly<Record<Exclude<ApologyResult['outcome'], 'done'>, string>> = {
  notFound: 'không có hồ sơ này.',
  notRunning: 'hồ sơ không ở bước đang giải quyết nên không cần xin lỗi.',
  noDueDate: 'hồ sơ không có ngày hẹn.',
  tooMany: 'đã hẹn lại đủ số lần cho phép (thiết lập lateness.mostApologies trong hồ sơ cơ quan).',
  notLater: 'ngày hẹn mới phải ở sau ngày hẹn cũ và không ở trước hôm nay.',
  dayOff: 'ngày hẹn mới là ngày nghỉ. Hãy chọn một ngày làm việc.',
};

async function* once(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
