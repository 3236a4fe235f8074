import { join, resolve } from 'node:path';
import { z } from 'zod';
import { systemRandomness } from '../../data/randomness.js';
import { claimFolder } from '../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../data/storage/lowdb/embedded-store.js';
import { repairArchive } from '../../data/storage/lowdb/repair/repair-archive.js';
import { repairJournals } from '../../data/storage/lowdb/repair/repair-journals.js';
import { defineCommand, EXIT } from '../command.js';
import type { CommandContext } from '../command.js';
import { auditEntry } from '../office/audit.js';
import { settings } from '../settings.js';
import { noOperands } from '../typed/tracking-code-operand.js';
import { repairText } from './repair-text.js';
import type { RepairedFile } from './repair-text.js';

export const repair = defineCommand({
  name: 'repair',
  summary: 'Bỏ những dòng hỏng trong thư mục dữ liệu để lại ghi được; giữ bản gốc; máy chủ phải đang dừng',
  operands: '',
  options: {},
  examples: ['npm run -s motcua -- repair'],
  input: z.strictObject({ operands: noOperands }),
  async run(_, context) {
    const folder = resolve(settings().DATA_DIR);
    const claim = await claimFolder(folder, (socket) => socket.destroy());
    try {
      const journals = await repairJournals({ folder, clock: context.clock });
      const archive = await repairArchive(folder, context.clock);
      const files = [
        ...journals.map(({ journal, ...rest }) => ({ file: join('journal', journal), ...rest })),
        ...(archive?.tables ?? []).map(({ table, ...rest }) => ({ file: join('archive', table), ...rest })),
      ];
      await openAgain(folder, { files, foundAgain: archive?.unfindable ?? 0 }, context);
      return EXIT.done;
    } finally {
      await claim.release();
    }
  },
});

interface Repaired {
  files: readonly RepairedFile[];
  foundAgain: number;
}

/** Opens what was repaired, as the server will, says what there is and leaves a word of it in the audit log. */
const openAgain = async (
  folder: string,
  { files, foundAgain }: Repaired,
  { clock, actor, terminal }: CommandContext,
): Promise<void> => {
  const store = await createEmbeddedStore({ folder, clock });
  try {
    const { torn } = store.opening;
    for (const file of files) await terminal.out(await repairText(file, store));
    for (const { keptAs } of torn) await terminal.out(tornText(join(folder, 'journal', keptAs)));
    if (foundAgain > 0) await terminal.out(`Tìm lại được ${foundAgain.toLocaleString('vi-VN')} bản ghi.\n`);
    if (files.length + torn.length + foundAgain === 0) {
      await terminal.out('Không có chỗ nào hỏng, không thay đổi gì.\n');
      return;
    }
    const leftOut = files.reduce((sum, file) => sum + file.leftOut.length, 0);
    const details = { files: files.length, leftOut, torn: torn.length, foundAgain };
    await store.commit([auditEntry({ clock, random: systemRandomness }, actor, 'storage.repair', details)]);
    await terminal.out(`${leftOut > 0 ? LOST : ''}Đã ghi tiếp được, có thể chạy lại máy chủ.\n`);
  } finally {
    await store.close();
  }
};

const tornText = (path: string): string =>
  `Dòng cuối ghi dở khi mất điện đã được để riêng: ${path}. Chưa ai được báo là đã ghi nhận.\n`;

const LOST =
  'Nội dung của những dòng bị bỏ không lấy lại được từ thư mục này. Hãy tìm trong bản sao lưu gần nhất, hoặc liên hệ người gửi theo mã ở trên.\n';
