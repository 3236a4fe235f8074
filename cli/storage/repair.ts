import { join, resolve } from 'node:path';
import { z } from 'zod';
import { systemRandomness } from '../../data/randomness.js';
import { claimFolder } from '../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../data/storage/lowdb/embedded-store.js';
import { repairJournals } from '../../data/storage/lowdb/repair/repair-journals.js';
import type { RepairedJournal } from '../../data/storage/lowdb/repair/repair-journals.js';
import { defineCommand, EXIT } from '../command.js';
import type { CommandContext } from '../command.js';
import { auditEntry } from '../office/audit.js';
import { settings } from '../settings.js';
import { noOperands } from '../typed/tracking-code-operand.js';
import { repairText } from './repair-text.js';

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
      const repaired = await repairJournals({ folder, clock: context.clock });
      for (const journal of repaired) await context.terminal.out(repairText(journal));
      await context.terminal.out(await openAgain(folder, repaired, context));
      return EXIT.done;
    } finally {
      await claim.release();
    }
  },
});

/** Opens what was repaired, as the server will, and leaves a word of it in the audit log. */
const openAgain = async (
  folder: string,
  repaired: readonly RepairedJournal[],
  { clock, actor }: CommandContext,
): Promise<string> => {
  const store = await createEmbeddedStore({ folder, clock });
  try {
    const torn = store.opening.torn.map(
      ({ keptAs }) =>
        `Dòng cuối ghi dở khi mất điện đã được để riêng: ${join(folder, 'journal', keptAs)}. Chưa ai được báo là đã ghi nhận.\n`,
    );
    if (repaired.length + torn.length === 0) return 'Không có chỗ nào hỏng, không thay đổi gì.\n';
    const leftOut = repaired.reduce((sum, journal) => sum + journal.leftOut.length, 0);
    const details = { journals: repaired.length, leftOut, torn: torn.length };
    await store.commit([auditEntry({ clock, random: systemRandomness }, actor, 'storage.repair', details)]);
    return `${torn.join('')}${leftOut > 0 ? LOST : ''}Đã ghi tiếp được, có thể chạy lại máy chủ.\n`;
  } finally {
    await store.close();
  }
};

const LOST =
  'Nội dung của những dòng bị bỏ không cứu được từ thư mục này. Hãy tìm trong bản sao lưu gần nhất, hoặc liên hệ người gửi theo mã ở trên.\n';
