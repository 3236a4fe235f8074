import { z } from 'zod';
import { readDossierCode } from '../../data/dossiers/dossier-code.js';
import { FEEDBACK_TEXT_LIMIT } from '../../data/feedback/feedback.js';
import { LABELS } from '../../data/reports/labels.js';
import { choiceOf, choices } from '../typed/choice.js';
import { defineCommand, EXIT, UsageError } from '../command.js';
import { oneLine } from '../office/one-line.js';
import { noOperands } from '../typed/tracking-code-operand.js';
import { typedText } from '../typed/typed-text.js';

const { phone, paper } = LABELS.channel;
const CHANNELS = { phone, paper };

const Input = z
  .strictObject({
    operands: noOperands,
    channel: choiceOf('channel', CHANNELS),
    'recorded-by': z
      .string('Thiếu --recorded-by: tên cán bộ ghi.')
      .trim()
      .min(1, 'Thiếu --recorded-by: tên cán bộ ghi.'),
    kind: choiceOf('kind', LABELS.feedbackKind),
    text: z.string().optional(),
    dossier: z.string().optional(),
    contact: z.string().trim().min(1, 'Đang có --contact nhưng để trống.').optional(),
    'contact-name': z.string().trim().min(1, 'Đang có --contact-name nhưng để trống.').optional(),
    consent: z.boolean().default(false),
    json: z.boolean().default(false),
  })
  .refine(
    ({ contact, consent }) => contact === undefined || consent,
    'Chỉ được ghi liên hệ khi người gửi đồng ý. Nếu đã đồng ý, thêm --consent.',
  )
  .refine(
    ({ contact, 'contact-name': name }) => name === undefined || contact !== undefined,
    'Có --contact-name thì phải có --contact.',
  );

const Filed = z.strictObject({ code: z.string(), pin: z.string() });

export const feedbackAdd = defineCommand({
  name: 'feedback add',
  summary: 'Ghi một phản ánh nhận qua điện thoại hoặc hòm thư giấy; in ra mã và PIN',
  operands: '',
  options: {
    channel: { type: 'string', value: 'KÊNH', describe: `nhận qua đâu: ${choices(CHANNELS)}` },
    'recorded-by': { type: 'string', value: 'TÊN', describe: 'cán bộ ghi' },
    kind: { type: 'string', value: 'LOẠI', describe: choices(LABELS.feedbackKind) },
    text: { type: 'string', value: '"…"', describe: 'nội dung; không có thì đọc từ đường ống (stdin)' },
    dossier: { type: 'string', value: 'MÃ', describe: 'mã hồ sơ, nếu người gửi nêu' },
    contact: {
      type: 'string',
      value: 'SỐ',
      describe: 'số điện thoại hoặc địa chỉ, chỉ khi người gửi đồng ý',
    },
    'contact-name': { type: 'string', value: 'TÊN', describe: 'tên người gửi, nếu họ muốn nêu' },
    consent: { type: 'boolean', describe: 'người gửi đã đồng ý cho cơ quan liên hệ' },
    json: { type: 'boolean', describe: 'in một dòng JSON' },
  },
  examples: [
    'npm run -s motcua -- feedback add --channel phone --recorded-by "Lan" --kind cham-tre --text "Hồ sơ trễ hẹn ba ngày"',
  ],
  input: Input,
  async run(input, { terminal, actor, openOffice }) {
    const text = await typedText(input.text, terminal);
    if (text.length > FEEDBACK_TEXT_LIMIT)
      throw new UsageError('Nội dung dài quá 5.000 ký tự. Hãy ghi gọn lại.');
    const office = await openOffice();
    try {
      const draft = {
        ...{ kind: input.kind, text, channel: input.channel, recordedBy: input['recorded-by'] },
        ...{ dossierCode: dossierCode(input.dossier), procedureCode: null, locale: 'vi', thread: null },
        contact:
          input.contact === undefined ? null : { name: input['contact-name'] ?? null, reach: input.contact },
      };
      const { code, pin } = Filed.parse(await oneLine(office.run('feedback.add', { draft, actor })));
      await terminal.out(input.json ? `${JSON.stringify({ code, pin })}\n` : spoken(code, pin));
      return EXIT.done;
    } finally {
      await office.close();
    }
  },
});

const dossierCode = (typed: string | undefined): string | null => {
  if (typed === undefined) return null;
  const code = readDossierCode(typed);
  if (code === null)
    throw new UsageError(`"${typed}" không phải là mã hồ sơ. Ví dụ: 000.00.12.H56-261105-0001.`);
  return code;
};

const spoken = (code: string, pin: string): string =>
  [
    'Đã ghi phản ánh. Hãy đọc cho người gửi:',
    `  Mã phản ánh: ${code}`,
    `  Mã PIN:      ${pin}`,
    'Mã PIN chỉ hiện một lần này. Cần cả hai mã để theo dõi.',
    '',
  ].join('\n');
